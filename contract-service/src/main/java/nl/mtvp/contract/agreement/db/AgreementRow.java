package nl.mtvp.contract.agreement.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/**
 * An existing agreement as it was registered. What became of it stands in rows of their own, none of which ever changes:
 * so they are asked for anew each time, and what was read before a lock is never old.
 */
@Entity(name = "ExistingAgreement")
@Immutable
class AgreementRow {

    @Id
    UUID id;

    Uzovi uzovi;
    Agb agb;
    String name;
    LocalDate validFrom;
    LocalDate validUntil;
    Euro centsPerQuarter;
    UUID replaces;

    @EmbeddedColumnNaming("registered_%s")
    Signature registered;

    AgreementRow() {}

    AgreementRow(ExistingAgreement agreement, Signature by) {
        id = agreement.id();
        uzovi = agreement.uzovi();
        agb = agreement.agb();
        name = agreement.name();
        validFrom = agreement.valid().from();
        validUntil = agreement.valid().until().orElse(null);
        centsPerQuarter = agreement.amountPerQuarter();
        replaces = agreement.replaces().orElse(null);
        registered = by;
    }

    ExistingAgreement agreement(Optional<Arrangement> arrangement, Optional<Withdrawal> withdrawn) {
        return new ExistingAgreement(
                id,
                uzovi,
                agb,
                name,
                new Period(validFrom, Optional.ofNullable(validUntil)),
                centsPerQuarter,
                arrangement,
                Optional.ofNullable(replaces),
                withdrawn);
    }

    /** What was arranged for an agreement; the last one counts. */
    @Entity(name = "Arrangement")
    @Immutable
    static class ArrangementRow {

        @Id
        UUID id;

        UUID agreementId;

        @Enumerated(EnumType.STRING)
        ArrangementKind kind;

        String reason;

        @EmbeddedColumnNaming("arranged_%s")
        Signature arranged;

        ArrangementRow() {}

        ArrangementRow(UUID agreementId, Arrangement arrangement) {
            id = arrangement.id();
            this.agreementId = agreementId;
            kind = arrangement.kind();
            reason = arrangement.reason().orElse(null);
            arranged = arrangement.by();
        }

        Arrangement arrangement() {
            return new Arrangement(id, kind, Optional.ofNullable(reason), arranged);
        }
    }

    /** That an agreement was registered wrongly. */
    @Entity(name = "AgreementWithdrawal")
    @Table(name = "existing_agreement_withdrawal")
    @Immutable
    static class WithdrawalRow {

        @Id
        UUID agreementId;

        Withdrawal withdrawal;

        WithdrawalRow() {}

        WithdrawalRow(UUID agreementId, Withdrawal withdrawal) {
            this.agreementId = agreementId;
            this.withdrawal = withdrawal;
        }
    }
}
