package nl.mtvp.plan.praktijkplan.domain;

/** What a practice may count on from its RHO for a planned intervention, and whether it serves the growth model. */
public enum Support {
    /** The regioplan selects it for this implementation year: it counts. */
    REGIOPLAN,
    /** The regioplan selects it from the second year on, and it is planned for the first: it does not count yet. */
    REGIOPLAN_FROM_YEAR_2,
    /** It stands outside the regioplan (D10): allowed, and it does not count. */
    OWN_EXTRA;

    public static final String EXTRA_NOTE = "RHO support not guaranteed";

    /** @param selectedFrom the year from which the regioplan selects it, or null when it does not */
    public static Support of(Integer selectedFrom, ImplementationYear year) {
        if (selectedFrom == null) {
            return OWN_EXTRA;
        }
        return selectedFrom <= year.number() ? REGIOPLAN : REGIOPLAN_FROM_YEAR_2;
    }

    public boolean counts() {
        return this == REGIOPLAN;
    }
}
