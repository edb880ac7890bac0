package nl.mtvp.contract.eligibility.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/**
 * A line of an insurer's import: something that a practice declared elsewhere (D23). Choice: what a practice stated here
 * itself, an insurer does not change.
 */
public sealed interface Change {

    Agb agb();

    /** What the practice states with this change, after what it stated before. */
    Statement after(Optional<Statement> now);

    /**
     * Everything that stands in its way.
     *
     * @param onRecord what is stated before the import
     * @param now what is stated after the lines before this one
     */
    default List<Fault> faults(Picture onRecord, Optional<Statement> now) {
        boolean own = onRecord.stated()
                .map(stated -> stated.author() == Author.PRACTICE)
                .orElse(false);
        return own
                ? refusal("stated-by-the-practice", "the practice stated this here itself; ask it to change that (D23)")
                : List.of();
    }

    private List<Fault> refusal(String code, String detail) {
        return List.of(Fault.inState("practice " + agb(), code, detail));
    }

    /** Its waarneemregeling and its exclusions; its GPs stay. */
    record Conditions(Agb agb, boolean locumArrangement, Set<Exclusion> exclusions) implements Change {

        @Override
        public Statement after(Optional<Statement> now) {
            return new Statement(now.map(Statement::gps).orElse(List.of()), locumArrangement, exclusions);
        }
    }

    /** One of its GPs, who joins or replaces what was stated of the same GP. */
    record OneGp(Agb agb, Gp gp) implements Change {

        @Override
        public Statement after(Optional<Statement> now) {
            return now.orElseThrow().with(gp);
        }

        @Override
        public List<Fault> faults(Picture onRecord, Optional<Statement> now) {
            if (now.isEmpty()) {
                return List.of(Fault.inState(
                        "practice " + agb,
                        "conditions-not-stated",
                        "import the practice's waarneemregeling and exclusions before its GPs (D23)"));
            }
            if (after(now).gps().size() > Statement.GPS_MAX) {
                return List.of(Fault.inState(
                        "practice " + agb, "too-many-gps", "a practice states up to " + Statement.GPS_MAX + " GPs"));
            }
            return Change.super.faults(onRecord, now);
        }
    }
}
