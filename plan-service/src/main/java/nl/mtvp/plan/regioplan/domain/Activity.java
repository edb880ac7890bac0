package nl.mtvp.plan.regioplan.domain;

import java.time.LocalDate;

/** Something that will be done in the region, by whom and when (D4); null is what is not settled yet. */
public record Activity(String title, LocalDate runsFrom, LocalDate runsUntil, String who) implements Titled {

    boolean endsBeforeItBegins() {
        return runsFrom != null && runsUntil != null && !runsUntil.isAfter(runsFrom);
    }

    boolean hasDates() {
        return runsFrom != null && runsUntil != null;
    }
}
