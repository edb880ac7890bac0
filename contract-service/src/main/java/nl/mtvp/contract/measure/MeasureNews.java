package nl.mtvp.contract.measure;

import java.util.UUID;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.measure.domain.Measure;
import nl.mtvp.contract.measure.domain.MeasureEvents.ClawbackOrdered;
import nl.mtvp.contract.measure.domain.MeasureEvents.ClawbackWithdrawn;
import nl.mtvp.contract.measure.domain.MeasureEvents.ContractStopWithdrawn;
import nl.mtvp.contract.measure.domain.MeasureEvents.ContractStopped;
import nl.mtvp.contract.measure.domain.Terms;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Agb;

/**
 * What the neighbours are told of a measure. Its subject is the contract; the AGB is that of the practice whose turn the
 * measure's first day is (D35).
 */
final class MeasureNews {

    private MeasureNews() {}

    static NewEvent decided(Measure measure, Contract contract, Agb agb) {
        var id = contract.id();
        var uzovi = contract.uzovi();
        if (measure.terms() instanceof Terms.Stop stop) {
            var stopped = new ContractStopped(id, uzovi, agb, measure.id(), stop.stoppedFrom(), measure.grounds());
            return news(ContractStopped.TYPE, id, stopped);
        }
        var clawback = (Terms.Clawback) measure.terms();
        var ordered = new ClawbackOrdered(
                id,
                uzovi,
                agb,
                measure.id(),
                clawback.clawedBackFrom(),
                clawback.clawedBackUntil(),
                clawback.percentage().toString(),
                measure.grounds());
        return news(ClawbackOrdered.TYPE, id, ordered);
    }

    static NewEvent withdrawn(Measure measure, Contract contract, Agb agb) {
        var id = contract.id();
        var uzovi = contract.uzovi();
        var reason = measure.withdrawn().orElseThrow().reason();
        return switch (measure.kind()) {
            case STOP ->
                news(ContractStopWithdrawn.TYPE, id, new ContractStopWithdrawn(id, uzovi, agb, measure.id(), reason));
            case CLAWBACK ->
                news(ClawbackWithdrawn.TYPE, id, new ClawbackWithdrawn(id, uzovi, agb, measure.id(), reason));
        };
    }

    private static NewEvent news(String type, UUID contractId, Object data) {
        return new NewEvent(type, contractId.toString(), data);
    }
}
