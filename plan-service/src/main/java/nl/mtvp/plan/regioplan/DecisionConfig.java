package nl.mtvp.plan.regioplan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What operations may turn about the decisions on regioplannen. */
@ConfigMapping(prefix = "mtvp.regioplan")
interface DecisionConfig {

    /** In how many days after its submission insurers decide on a version (D6); frozen at the submission. */
    @WithDefault("28")
    int decisionDays();
}
