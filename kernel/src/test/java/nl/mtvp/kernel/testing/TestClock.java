package nl.mtvp.kernel.testing;

import io.quarkus.test.junit.QuarkusMock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.mtvp.kernel.time.SuiteClock;

/** A clock that a test sets and moves. It stands still by itself. */
public final class TestClock extends Clock {

    private volatile Instant instant;

    private TestClock(Instant instant) {
        this.instant = instant;
    }

    /** Puts the service under test at noon of a day; call it before each test. */
    public static TestClock at(String day) {
        var clock = new TestClock(
                LocalDate.parse(day).atTime(12, 0).atZone(SuiteClock.ZONE).toInstant());
        QuarkusMock.installMockForType(clock, Clock.class);
        return clock;
    }

    public void moveTo(String day) {
        instant = LocalDate.parse(day).atTime(12, 0).atZone(SuiteClock.ZONE).toInstant();
    }

    public void move(Duration ahead) {
        instant = instant.plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return SuiteClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant, zone);
    }

    @Override
    public Instant instant() {
        return instant;
    }
}
