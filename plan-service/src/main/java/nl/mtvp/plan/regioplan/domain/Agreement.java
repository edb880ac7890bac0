package nl.mtvp.plan.regioplan.domain;


/** Something agreed in the region, and how it is seen that it is kept (D4). */
public record Agreement(String title, String monitoring) implements Titled {}
