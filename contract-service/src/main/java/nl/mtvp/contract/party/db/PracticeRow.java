package nl.mtvp.contract.party.db;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import nl.mtvp.contract.party.domain.Enterprise;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import org.hibernate.annotations.Immutable;

/** A practice as it stands in its table. Practices are added by a statement, many at once. */
@Entity(name = "Practice")
@Immutable
class PracticeRow {

    @Id
    Agb agb;

    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "kvk")
    EnterpriseRow enterprise;

    Practice practice() {
        return new Practice(agb, name, enterprise.enterprise());
    }

    /** The enterprise that one or more practices belong to. */
    @Entity(name = "Enterprise")
    @Immutable
    static class EnterpriseRow {

        @Id
        Kvk kvk;

        String name;

        Enterprise enterprise() {
            return new Enterprise(kvk, name);
        }
    }
}
