package nl.mtvp.contract.agreement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.money.Euro;

/**
 * What the evidence of a contract says of an existing agreement (D27, D32). Its property names are part of the evidence.
 *
 * @param offsetFrom from when its amount is deducted; null unless it is
 * @param endedFrom from when the old agreement is at an end; null unless the contract ends it
 */
public record FrozenArrangement(
        UUID agreementId,
        String name,
        UUID arrangementId,
        ArrangementKind kind,
        String reason,
        Euro amountPerQuarter,
        LocalDate offsetFrom,
        LocalDate offsetUntil,
        LocalDate endedFrom) {

    /** What a contract from this day on freezes of these agreements, all of which are arranged. */
    public static List<FrozenArrangement> of(List<ExistingAgreement> agreements, LocalDate startsOn) {
        return agreements.stream()
                .filter(agreement -> agreement.overlapsContractFrom(startsOn))
                .map(agreement -> of(agreement, startsOn))
                .toList();
    }

    private static FrozenArrangement of(ExistingAgreement agreement, LocalDate startsOn) {
        var arrangement = agreement.arrangement().orElseThrow();
        var offset = agreement.offsetFor(startsOn);
        boolean ends = arrangement.kind() == ArrangementKind.END;
        return new FrozenArrangement(
                agreement.id(),
                agreement.name(),
                arrangement.id(),
                arrangement.kind(),
                arrangement.reason().orElse(null),
                agreement.amountPerQuarter(),
                offset.map(Period::from).orElse(null),
                offset.flatMap(Period::until).orElse(null),
                ends ? startsOn : null);
    }
}
