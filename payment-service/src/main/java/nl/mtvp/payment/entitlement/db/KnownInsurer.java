package nl.mtvp.payment.entitlement.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Source;
import nl.mtvp.payment.entitlement.domain.Tariff;
import org.threeten.extra.YearQuarter;

/** What is known of an insurer, the same for all its contracts: deliveries by quarter, and tariffs. */
final class KnownInsurer {

    final Uzovi uzovi;
    final Map<YearQuarter, Source> deliveries = new HashMap<>();
    final List<Dated<Tariff>> tariffs = new ArrayList<>();

    KnownInsurer(Uzovi uzovi) {
        this.uzovi = uzovi;
    }

    /** The tariff of the quarter's peildatum; null when there is none. */
    Tariff tariff(YearQuarter quarter) {
        return Dated.on(Quarters.peildatum(quarter), tariffs);
    }
}
