package nl.mtvp.contract.party.db;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** An insurer as it stands in its table. It is added by a statement, which decides who was first. */
@Entity(name = "Insurer")
@Immutable
class InsurerRow {

    @Id
    Uzovi uzovi;

    String name;

    Insurer insurer() {
        return new Insurer(uzovi, name);
    }

    /** What holds of an insurer for a period, as it stands in its table, where only its end may come later. */
    @MappedSuperclass
    abstract static class InsurerFactRow<F> {

        @Id
        UUID id;

        Uzovi uzovi;
        LocalDate validFrom;
        LocalDate validUntil;

        @EmbeddedColumnNaming("recorded_%s")
        Deed recorded;

        @EmbeddedColumnNaming("ended_%s")
        Deed ended;

        InsurerFactRow() {}

        InsurerFactRow(UUID id, Uzovi uzovi, Period valid, Deed recorded) {
            this.id = id;
            this.uzovi = uzovi;
            validFrom = valid.from();
            validUntil = valid.until().orElse(null);
            this.recorded = recorded;
        }

        Period valid() {
            return new Period(validFrom, Optional.ofNullable(validUntil));
        }

        void end(Period valid, Deed by) {
            validUntil = valid.until().orElseThrow();
            ended = by;
        }

        abstract F fact();

        /** A label as it stands in its table. */
        @Entity(name = "Label")
        @Table(name = "insurer_label")
        @DynamicUpdate
        static class LabelRow extends InsurerFactRow<Label> {

            Uzovi label;
            String name;

            LabelRow() {}

            LabelRow(Label label, Deed recorded) {
                super(label.id(), label.uzovi(), label.valid(), recorded);
                this.label = label.label();
                name = label.name();
            }

            @Override
            Label fact() {
                return new Label(id, uzovi, label, name, valid());
            }
        }

        /** A scheme as it stands in its table. */
        @Entity(name = "Scheme")
        @Table(name = "insurer_scheme")
        @DynamicUpdate
        static class SchemeRow extends InsurerFactRow<SchemePeriod> {

            @Enumerated(EnumType.STRING)
            Scheme scheme;

            SchemeRow() {}

            SchemeRow(SchemePeriod scheme, Deed recorded) {
                super(scheme.id(), scheme.uzovi(), scheme.valid(), recorded);
                this.scheme = scheme.scheme();
            }

            @Override
            SchemePeriod fact() {
                return new SchemePeriod(id, uzovi, scheme, valid());
            }
        }
    }
}
