package nl.mtvp.contract.agreement.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/**
 * An agreement like MTVP that an insurer and a practice have already (D32).
 *
 * @param arrangement the last one made, which counts for the next contract
 * @param replaces the one that was registered wrongly, where this is its correction
 * @param withdrawn that it was registered wrongly: it counts on no day
 */
public record ExistingAgreement(
        UUID id,
        Uzovi uzovi,
        Agb agb,
        String name,
        Period valid,
        Euro amountPerQuarter,
        Optional<Arrangement> arrangement,
        Optional<UUID> replaces,
        Optional<Withdrawal> withdrawn) {

    public ExistingAgreement {
        Present.all(id, uzovi, agb, name, valid);
        if (!amountPerQuarter.isPositive()) {
            throw new IllegalArgumentException("an agreement pays something");
        }
    }

    public static ExistingAgreement registered(
            UUID id, Uzovi uzovi, Agb agb, String name, Period valid, Euro amountPerQuarter) {
        return new ExistingAgreement(
                id, uzovi, agb, name, valid, amountPerQuarter, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a contract from this day on would overlap it. */
    public boolean overlapsContractFrom(LocalDate startsOn) {
        return withdrawn.isEmpty() && valid.hasDaysFrom(startsOn);
    }

    /** Those among these agreements that a contract from this day on would overlap without an arrangement. */
    public static List<ExistingAgreement> unarranged(List<ExistingAgreement> agreements, LocalDate startsOn) {
        return agreements.stream()
                .filter(agreement -> agreement.arrangement().isEmpty() && agreement.overlapsContractFrom(startsOn))
                .toList();
    }

    /** The days on which a contract from this day on deducts this agreement's amount. */
    public Optional<Period> offsetFor(LocalDate startsOn) {
        boolean deducts = overlapsContractFrom(startsOn)
                && arrangement
                        .map(arranged -> arranged.kind() == ArrangementKind.OFFSET)
                        .orElse(false);
        return deducts
                ? Optional.of(new Period(valid.from().isAfter(startsOn) ? valid.from() : startsOn, valid.until()))
                : Optional.empty();
    }

    /**
     * The same with a newer arrangement.
     *
     * @throws AgreementRefused if it was withdrawn
     */
    public ExistingAgreement arranged(Arrangement newer) {
        requireStanding();
        return new ExistingAgreement(
                id, uzovi, agb, name, valid, amountPerQuarter, Optional.of(newer), replaces, withdrawn);
    }

    /**
     * The same, counting on no day.
     *
     * @throws AgreementRefused if it was withdrawn before
     */
    public ExistingAgreement withdrawn(Withdrawal withdrawal) {
        requireStanding();
        return new ExistingAgreement(
                id, uzovi, agb, name, valid, amountPerQuarter, arrangement, replaces, Optional.of(withdrawal));
    }

    /** What should have been registered instead; arranged once that is said of it. */
    public ExistingAgreement correctedTo(UUID newId, String newName, Period newValid, Euro newAmount) {
        return new ExistingAgreement(
                newId, uzovi, agb, newName, newValid, newAmount, Optional.empty(), Optional.of(id), Optional.empty());
    }

    private void requireStanding() {
        if (withdrawn.isPresent()) {
            throw AgreementRefused.withdrawn();
        }
    }
}
