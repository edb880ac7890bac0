package nl.mtvp.plan.regioplan.domain;


/** A challenge from the regiobeeld (D4). @param priority 1 is the most pressing; null when not weighed yet */
public record Challenge(String title, Integer priority, String description)
        implements Titled {}
