package nl.mtvp.payment.ion.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.ion.domain.Delivery.Accepted;
import nl.mtvp.payment.ion.domain.Delivery.Complete;
import nl.mtvp.payment.ion.domain.Delivery.Compression;
import nl.mtvp.payment.ion.domain.Delivery.DeliveryStatus;
import nl.mtvp.payment.ion.domain.Delivery.Receiving;
import nl.mtvp.payment.ion.domain.Delivery.Refused;
import nl.mtvp.payment.ion.domain.Delivery.State;
import nl.mtvp.payment.ion.domain.Delivery.Working;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearQuarter;

/** D38: a delivery is in one state, and has what that one brings. */
class DeliveryStateTest {

    private static final Instant AT = Instant.parse("2023-07-03T10:00:00Z");
    private static final Receiving RECEIVING = new Receiving();
    private static final Working WORKING = new Working(90, AT, Optional.empty(), 0);
    private static final Accepted ACCEPTED =
            new Accepted(90, AT, AT, Optional.empty(), 2, 0, 0, "0".repeat(64), Optional.empty());
    private static final Refused REFUSED = new Refused(90, AT, "digest", "another one");

    /** In the order of their statuses. */
    private static final List<State> STATES = List.of(RECEIVING, WORKING, ACCEPTED, REFUSED);

    @Test
    void D38_each_status_is_one_state() {
        assertEquals(
                List.of(DeliveryStatus.values()),
                STATES.stream().map(state -> in(state).status()).toList());
        assertEquals(
                STATES.stream().map(Object::getClass).toList(),
                List.of(DeliveryStatus.values()).stream()
                        .map(DeliveryStatus::state)
                        .toList());
    }

    @Test
    void D38_a_delivery_is_the_state_that_it_is_in_and_no_other() {
        assertEquals(Optional.of(ACCEPTED), in(ACCEPTED).as(Accepted.class));
        assertEquals(Optional.empty(), in(WORKING).as(Accepted.class));
        assertEquals(Optional.empty(), in(REFUSED).as(Accepted.class));
        assertEquals(
                STATES.subList(1, STATES.size()),
                STATES.stream()
                        .flatMap(state -> in(state).as(Complete.class).stream())
                        .toList());
    }

    @Test
    void D38_a_delivery_is_finished_once_it_counts_or_is_refused() {
        assertEquals(
                List.of(false, false, true, true),
                STATES.stream().map(state -> in(state).isFinished()).toList());
    }

    private static Delivery in(State state) {
        return new Delivery(
                new UUID(0, 1),
                new Uzovi("7001"),
                YearQuarter.of(2023, 3),
                2,
                "0".repeat(64),
                Compression.NONE,
                new Deed("maker", AT),
                0,
                state);
    }
}
