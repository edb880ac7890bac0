package nl.mtvp.payment.ion.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;

/** A conflict cannot be settled so (D39). */
public class SettlementRefused extends DomainFailure {

    private SettlementRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    private SettlementRefused(Fault fault) {
        super(Kind.REJECTED, "no-settlement", "this settles nothing (D39)", List.of(fault));
    }

    static SettlementRefused nothingToSettle(UUID delivery) {
        return new SettlementRefused(
                "nothing-to-settle",
                "delivery " + delivery + " has no line of this patient that is in conflict with another one (D39)");
    }

    static SettlementRefused changesNothing() {
        return new SettlementRefused(Fault.inBody(
                "/countsWith", "counts-so-already", "the patient counts so already; name another practice, or none"));
    }

    static SettlementRefused notDelivered(Set<Agb> candidates) {
        return new SettlementRefused(Fault.inBody(
                "/countsWith", "not-delivered", "the delivery has this patient with " + candidates + " only"));
    }

    public static SettlementRefused countsNoMore(UUID delivery) {
        return new SettlementRefused(
                "delivery-counts-no-more",
                "delivery " + delivery + " does not count now: settle it in the one that does (D38)");
    }

    public static SettlementRefused settledAlready() {
        return new SettlementRefused(
                "settled-already", "this was settled already; withdraw that settlement to settle it anew (D39)");
    }

    public static SettlementRefused withdrawnAlready(UUID id) {
        return new SettlementRefused("withdrawn-already", "settlement " + id + " was withdrawn already (D39)");
    }
}
