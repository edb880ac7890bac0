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
        var uzovi = contract.uzovi();
        if (measure.terms() instanceof Terms.Stop stop) {
            return news(
                    contract.id(),
                    ContractStopped.TYPE,
                    new ContractStopped(
                            contract.id(), uzovi, agb, measure.id(), stop.stoppedFrom(), measure.grounds()));
        }
        var clawback = (Terms.Clawback) measure.terms();
        return news(
                contract.id(),
                ClawbackOrdered.TYPE,
                new ClawbackOrdered(
                        contract.id(),
                        uzovi,
                        agb,
                        measure.id(),
                        clawback.clawedBackFrom(),
                        clawback.clawedBackUntil(),
                        clawback.percentage().toString(),
                        measure.grounds()));
    }

    static NewEvent withdrawn(Measure measure, Contract contract, Agb agb) {
        var uzovi = contract.uzovi();
        var reason = measure.withdrawn().orElseThrow().reason();
        return switch (measure.kind()) {
            case STOP ->
                news(
                        contract.id(),
                        ContractStopWithdrawn.TYPE,
                        new ContractStopWithdrawn(contract.id(), uzovi, agb, measure.id(), reason));
            case CLAWBACK ->
                news(
                        contract.id(),
                        ClawbackWithdrawn.TYPE,
                        new ClawbackWithdrawn(contract.id(), uzovi, agb, measure.id(), reason));
        };
    }

    private static NewEvent news(UUID contractId, String type, Object data) {
        return new NewEvent(type, contractId.toString(), data);
    }
}
