package nl.mtvp.plan.regioplan.domain;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Texts;

/** What an insurer decided about a version (D6). Asking for changes and rejecting say why. */
public record Decision(Uzovi uzovi, Verdict decision, String comment, Deed decided) {

    /** @throws InvalidInput when the verdict needs a comment and there is none */
    public Decision {
        InvalidInput.ifAny(faults(decision, comment));
    }

    /** What is wrong with what was decided and said; nothing while the verdict is not known. */
    public static List<Fault> faults(Verdict decision, String comment) {
        return decision != null && decision != Verdict.APPROVED && (comment == null || Texts.isBlank(comment))
                ? List.of(Fault.inBody(
                        "/comment", "comment-needed", "D6: who asks for changes or rejects says why, in a comment"))
                : List.of();
    }

    /** Where these decisions bring a submitted version: one that is not an approval suffices, else all must approve. */
    public static VersionState outcome(Collection<Party> parties, Collection<Decision> decisions) {
        for (var decision : decisions) {
            if (decision.decision() != Verdict.APPROVED) {
                return VersionState.valueOf(decision.decision().name());
            }
        }
        var approved = decisions.stream().map(Decision::uzovi).collect(Collectors.toSet());
        var needed = parties.stream().map(Party::uzovi).collect(Collectors.toSet());
        return approved.containsAll(needed) && !needed.isEmpty() ? VersionState.APPROVED : VersionState.SUBMITTED;
    }
}
