package nl.mtvp.contract.portal.rest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Counts and logs who is refused at the portal's listener, and why; never what they sent (D36). */
@ApplicationScoped
class Refusals {

    static final String COUNTER = "mtvp.portal.refused";

    private static final int NAME_MAX = 300;
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final MeterRegistry metrics;

    Refusals(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var reason : Reason.values()) {
            metrics.counter(COUNTER, "reason", reason.tag());
        }
    }

    /** Why somebody is refused. */
    enum Reason {
        NO_CERTIFICATE,
        EXPIRED_CERTIFICATE,
        UNTRUSTED_CERTIFICATE,
        UNKNOWN_ORGANISATION,
        TOKEN_OF_ANOTHER_ORGANISATION;

        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param who the subject of the certificate, the client of the token, or the address; from outside, so cut short */
    void count(Reason reason, String who) {
        metrics.counter(COUNTER, "reason", reason.tag()).increment();
        var printable = String.valueOf(who).replaceAll("[^ -~]", "?");
        LOG.warnf(
                "refused at the portal's listener: %s (%s)",
                reason.tag(), printable.substring(0, Math.min(NAME_MAX, printable.length())));
    }
}
