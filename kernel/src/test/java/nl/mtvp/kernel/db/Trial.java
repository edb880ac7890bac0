package nl.mtvp.kernel.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import org.threeten.extra.YearQuarter;

/** A row of the kernel's own tests. */
@Entity
class Trial {

    @Id
    UUID id;

    Uzovi uzovi;
    Agb agb;
    Euro cents;
    YearQuarter starts;
    long version;

    protected Trial() {}

    Trial(Uzovi uzovi, String agb) {
        this.id = UUID.randomUUID();
        this.uzovi = uzovi;
        this.agb = new Agb(agb);
        this.cents = new Euro(12);
        this.starts = YearQuarter.of(2023, 2);
    }
}
