package nl.mtvp.plan.regioplan.domain;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A challenge from the regiobeeld (D4). @param priority 1 is the most pressing; null when not weighed yet */
public record Challenge(String title, Integer priority, @Schema(nullable = true) String description)
        implements Titled {}
