package nl.mtvp.payment.entitlement.domain;

import static java.time.Instant.EPOCH;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;

/** Facts to begin a sentence with: a contract in force from 2023-04-01, and one word for each fact that changes. */
final class Story {

    private static final Source SOMEWHERE = new Source(new UUID(0, 1), EPOCH, EPOCH);

    private Story() {}

    static Facts facts(String quarter, long ion, long centsPerIon) {
        return new Facts(
                Quarters.of(quarter),
                holder("01999901"),
                count(ion),
                tariff(centsPerIon),
                inForce("2023-04-01", null),
                List.of(),
                null,
                null);
    }

    static Holder holder(String agb) {
        return new Holder(new Agb(agb), SOMEWHERE);
    }

    static Count count(long ion) {
        return new Count(ion, SOMEWHERE);
    }

    static Tariff tariff(long centsPerIon) {
        return new Tariff(centsPerIon, SOMEWHERE);
    }

    static InForce inForce(String from, String until) {
        return new InForce(LocalDate.parse(from), until == null ? null : LocalDate.parse(until), List.of(SOMEWHERE));
    }

    static Clawback clawback(String from, String until, int percent) {
        return new Clawback(LocalDate.parse(from), LocalDate.parse(until), percent * 100, SOMEWHERE);
    }

    static Offset offset(long cents) {
        return new Offset(cents, SOMEWHERE);
    }

    static Share share(int tenThousandths) {
        return new Share("voorbeeld", tenThousandths, null, SOMEWHERE);
    }

    static Share shareOfCents(long centsPerIon) {
        return new Share("voorbeeld", null, centsPerIon, SOMEWHERE);
    }
}
