package nl.mtvp.payment.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.run.db.RunRepository;
import nl.mtvp.payment.run.domain.RunRefused;
import org.threeten.extra.YearQuarter;

/** Up to which quarter an insurer's run may go now (D46). */
@ApplicationScoped
class RunQuarters {

    private final RunRepository runs;
    private final Clock clock;

    RunQuarters(RunRepository runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** @throws RunRefused if its peildatum lies ahead, or a later quarter's run is posted */
    void require(Uzovi uzovi, YearQuarter quarter) {
        var peildatum = Quarters.peildatum(quarter);
        var today = LocalDate.now(clock);
        if (peildatum.isAfter(today)) {
            throw RunRefused.peildatumInFuture(peildatum, today);
        }
        runs.lastPostedQuarter(uzovi).filter(quarter::isBefore).ifPresent(posted -> {
            throw RunRefused.beforeLastPosted(quarter, posted);
        });
    }
}
