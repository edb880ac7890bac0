package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.db.WarningRepository;
import nl.mtvp.payment.run.domain.Acknowledgement;
import nl.mtvp.payment.run.domain.RunRefused;
import nl.mtvp.payment.run.domain.RunState;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.WarningKind;

/** Shows what somebody has to look at before a run is approved, and notes who did (D46). */
@ApplicationScoped
public class WarningUseCases {

    private final RunRepository runs;
    private final WarningRepository warnings;
    private final Clock clock;

    WarningUseCases(RunRepository runs, WarningRepository warnings, Clock clock) {
        this.runs = runs;
        this.warnings = warnings;
        this.clock = clock;
    }

    @Transactional
    public Page<RunWarning> list(UUID run, Visibility visibility, PageRequest asked) {
        runs.withId(run, visibility).orElseThrow(() -> RunRefused.notFound(run));
        return warnings.ofRun(run, asked);
    }

    /** @param subject null for all warnings of the kind */
    @Transactional
    public Acknowledgement acknowledge(
            UUID id,
            String proposalHash,
            WarningKind kind,
            String subject,
            String reason,
            Visibility visibility,
            Actor person) {
        var run = runs.locked(id, visibility).orElseThrow(() -> RunRefused.notFound(id));
        run.require(RunState.APPROVED);
        run.requireProposal(proposalHash);
        if (warnings.count(id, kind, subject) == 0) {
            throw RunRefused.noSuchWarning(kind, subject);
        }
        var now = clock.instant();
        var acknowledgement =
                new Acknowledgement(Ids.at(now), id, proposalHash, kind, subject, reason, person.subject(), now);
        warnings.acknowledge(acknowledgement);
        return acknowledgement;
    }
}
