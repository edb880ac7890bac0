package nl.mtvp.suite.certificate;

import java.time.Duration;
import java.time.Instant;

/** From when to when a certificate is good, by the system's clock: TLS knows no other. */
public record Validity(Instant from, Instant until) {

    /** Clocks of one machine agree; this is for a certificate that is used in the second in which it was made. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    public static Validity ofDays(int days) {
        var now = Instant.now();
        return new Validity(now.minus(SLACK), now.plus(Duration.ofDays(days)));
    }

    /** One that was good until yesterday. */
    public static Validity past() {
        var now = Instant.now();
        return new Validity(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(1)));
    }
}
