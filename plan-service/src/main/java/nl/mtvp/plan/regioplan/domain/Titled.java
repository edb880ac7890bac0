package nl.mtvp.plan.regioplan.domain;

/** What stands in a list of a regioplan under a title, once. */
public interface Titled {

    String title();
}
