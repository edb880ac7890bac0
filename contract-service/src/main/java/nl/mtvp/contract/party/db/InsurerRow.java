package nl.mtvp.contract.party.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import nl.mtvp.contract.party.domain.Insurer;
import nl.mtvp.kernel.identity.Uzovi;
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
}
