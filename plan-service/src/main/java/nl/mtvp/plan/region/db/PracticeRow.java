package nl.mtvp.plan.region.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** What a practice has only once, as its RHO declared it last. It is declared by the thousand, in statements. */
@Entity(name = "Practice")
@Immutable
class PracticeRow {

    @Id
    Agb agb;

    String name;
    long ion;

    @EmbeddedColumnNaming("declared_%s")
    Deed declared;
}
