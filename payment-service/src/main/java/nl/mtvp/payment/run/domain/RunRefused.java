package nl.mtvp.payment.run.domain;

import java.time.Instant;
import java.time.LocalDate;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;
import org.threeten.extra.YearQuarter;

/** A step of a run that the world does not allow as it is (D46). */
public class RunRefused extends DomainFailure {

    private RunRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    public static RunRefused inState(RunState state, RunState next) {
        return new RunRefused("run-state", "a run that is " + state + " cannot become " + next + " (D46)");
    }

    public static RunRefused openRun(Uzovi uzovi) {
        return new RunRefused(
                "open-run",
                "insurer " + uzovi + " has an open run; approve and post it, or withdraw it, before the next (D46)");
    }

    public static RunRefused beforeLastPosted(YearQuarter quarter, YearQuarter posted) {
        return new RunRefused(
                "quarter-before-last-posted",
                "a run for " + quarter + " cannot follow the posted one for " + posted
                        + "; earlier quarters are corrected in a run for " + posted + " or later (D46)");
    }

    public static RunRefused peildatumInFuture(LocalDate peildatum, LocalDate today) {
        return new RunRefused(
                "peildatum-in-future", "peildatum " + peildatum + " lies after today, " + today + " (D46)");
    }

    public static RunRefused otherProposal(String actual) {
        return new RunRefused(
                "other-proposal",
                "the run's proposal hash is " + actual + ", not the one that you approve; read it again (D46)");
    }

    public static RunRefused factsAfterCutOff(Instant cutOff, Instant recorded) {
        return new RunRefused(
                "facts-after-cut-off",
                "a fact was recorded at " + recorded + ", after the run's cut-off " + cutOff
                        + "; withdraw the run and make a new one (D46)");
    }
}
