package nl.mtvp.payment.ledger.db;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Condition;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.payment.ledger.domain.EntryQuery;

/**
 * Entries that somebody asks for and may see, as conditions in SQL: on the posting (p) and on the entry (e).
 *
 * @param fromEntries whether an index on entries leads to them; otherwise it is the postings, one after another
 */
record Selection(String postings, String entries, Map<String, Object> parameters, boolean fromEntries) {

    static Selection of(EntryQuery asked, Instant knownAt, Visibility visibility) {
        var postings = new Filters()
                .and("p.booked_at <= :knownAt", "knownAt", knownAt)
                .and("p.uzovi = :uzovi", "uzovi", asked.uzovi())
                .and("p.run_id = :run", "run", asked.runId())
                .and("p.booked_at >= :bookedFrom", "bookedFrom", asked.bookedFrom())
                .and("p.booked_at < :bookedUntil", "bookedUntil", asked.bookedUntil());
        var creditor = asked.creditor() == null ? null : asked.creditor().account();
        var entries = new Filters()
                .and("e.agb = :agb", "agb", asked.agb())
                .and("e.creditor = :creditor", "creditor", creditor)
                .and("e.quarter >= :quarterFrom", "quarterFrom", asked.quarterFrom())
                .and("e.quarter <= :quarterUntil", "quarterUntil", asked.quarterUntil())
                .and("e.cause = :cause", "cause", asked.cause())
                .and("e.component = :component", "component", asked.component())
                .and("e.amount >= :amountMin", "amountMin", asked.amountMin())
                .and("e.amount <= :amountMax", "amountMax", asked.amountMax());
        var parameters = new HashMap<>(postings.parameters());
        parameters.putAll(entries.parameters());
        boolean insurers = visibility.everything() || !visibility.insurers().isEmpty();
        var visible = visible(visibility, parameters);
        return new Selection(
                postings.sql() + (isInsurersOnly(visibility) ? " and p.uzovi = any(:visibleINSURER)" : ""),
                entries.sql() + (asked.ofLines() ? " and e.line_id is not null" : "") + " and " + visible,
                Map.copyOf(parameters),
                asked.agb() != null || creditor != null || !insurers);
    }

    /**
     * An insurer sees all its entries, a practice those of its own money, an RHO those of its own shares (D49). Owners that
     * nobody claims are left out, so that the database plans for the others alone.
     */
    private static String visible(Visibility visibility, Map<String, Object> parameters) {
        if (visibility.everything()) {
            return "true";
        }
        var any = new StringJoiner(" or ", "(", ")").setEmptyValue("false");
        any(visibility.insurers(), visibility.of(Map.of(Owner.INSURER, "e.uzovi")), "", any, parameters);
        any(visibility.rhos(), visibility.of(Map.of(Owner.RHO, "rho_of(e.debit, e.credit)")), "", any, parameters);
        any(
                visibility.practices(),
                visibility.of(Map.of(Owner.PRACTICE, "e.agb")),
                " and rho_of(e.debit, e.credit) is null",
                any,
                parameters);
        return any.toString();
    }

    /** Whose postings of others need not be looked into. */
    private static boolean isInsurersOnly(Visibility visibility) {
        return !visibility.everything()
                && !visibility.insurers().isEmpty()
                && visibility.practices().isEmpty()
                && visibility.rhos().isEmpty();
    }

    private static void any(
            Set<?> claimed, Condition visible, String besides, StringJoiner any, Map<String, Object> parameters) {
        if (!claimed.isEmpty()) {
            any.add("(" + visible.sql() + besides + ")");
            parameters.putAll(visible.parameters());
        }
    }
}
