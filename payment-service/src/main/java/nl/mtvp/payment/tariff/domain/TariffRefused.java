package nl.mtvp.payment.tariff.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.money.Euro;

/** Why a tariff is not proposed or approved (D37). */
public final class TariffRefused extends DomainFailure {

    private TariffRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private TariffRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    /** The tariff is above the NZa's maximum on some of its days (D37). */
    public static TariffRefused aboveMaximum(Euro maximum, LocalDate from) {
        return new TariffRefused(
                Kind.REJECTED,
                "tariff-above-maximum",
                "the NZa's maximum is exceeded (D37)",
                List.of(Fault.inBody(
                        "/euroPerIonPerQuarter",
                        "above-maximum",
                        "the NZa's maximum is " + maximum + " per ION and quarter from " + from
                                + " on; propose at most that, or end the validity before (D37)")));
    }

    /** The tariff is known already; a revision is a new tariff over the same days. */
    public static TariffRefused alreadyApproved(UUID id) {
        return new TariffRefused(
                Kind.CONFLICT,
                "tariff-already-approved",
                "tariff " + id + " is approved already; to revise it, propose a new one over the same days (D37)");
    }

    /**
     * A proposed tariff means something else by now than what its approver was shown (D37).
     *
     * @param lowers whether it lowers the tariff of contracted days now
     */
    public static TariffRefused changed(UUID id, boolean lowers) {
        return new TariffRefused(
                Kind.CONFLICT,
                "tariff-changed",
                "what was approved since tariff " + id + " was proposed changes what it means: it "
                        + (lowers ? "lowers" : "no longer lowers")
                        + " the tariff of days for which contracts are known. Propose it anew, and it shows so (D37)",
                List.of(Fault.inState(
                        "lowersContractedDays", "changed", "was " + !lowers + " when it was proposed, is " + lowers)));
    }

    /** There is no such tariff, or not for who asks. */
    public static NotFound notFound(UUID id) {
        return new NotFound("tariff-not-found", "there is no tariff " + id + " that you may see");
    }
}
