package nl.mtvp.payment.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.StackWalker.StackFrame;
import java.time.Clock;
import java.util.List;
import nl.mtvp.kernel.db.BeforeCommit;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.job.ClaimedWork;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import nl.mtvp.payment.audit.db.AuditRepository;
import nl.mtvp.payment.audit.db.AuditRepository.Doing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Records who did what, at the end of each transaction that is part of a command, or in which a job changed an audited
 * row. It hangs on the transactions themselves, so no endpoint and no job can forget it.
 */
@ApplicationScoped
class AuditTrail implements BeforeCommit {

    private final AuditRepository records;
    private final CurrentCommand command;
    private final Clock clock;
    private final String application;

    AuditTrail(
            AuditRepository records,
            CurrentCommand command,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.records = records;
        this.command = command;
        this.clock = clock;
        this.application = application;
    }

    @Override
    public void beforeCommit() {
        if (CurrentCommand.isUnderWay()) {
            if (records.done().wrote() && !command.isRepeated()) {
                records.add(commanded());
            }
        } else if (!CurrentCommand.inRequest() && records.done().changedAuditedRows()) {
            records.add(done(job()));
        }
    }

    private Doing commanded() {
        var actor = command.actor();
        return new Doing(
                clock.instant(),
                actor.subject(),
                actor.client(),
                command.roles(),
                command.requestId(),
                command.operation(),
                command.path(),
                null,
                command.answer());
    }

    private Doing done(String job) {
        return new Doing(clock.instant(), null, application, List.of(), null, job, null, null, null);
    }

    /** The class that opened the transaction, also where it had a piece of work claimed. */
    private static String job() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName)
                        .filter(name -> name.startsWith("nl.mtvp.")
                                && !name.startsWith(Transactions.class.getPackageName())
                                && !name.startsWith(ClaimedWork.class.getName())
                                && !name.startsWith(AuditTrail.class.getName()))
                        .findFirst())
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceAll("[_$].*", ""))
                .orElse("job");
    }
}
