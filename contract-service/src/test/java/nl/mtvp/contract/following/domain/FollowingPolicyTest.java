package nl.mtvp.contract.following.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import nl.mtvp.kernel.identity.Uzovi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowingPolicyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Uzovi INSURER = new Uzovi("3311");

    @ParameterizedTest
    @CsvSource({
        "2023-06-01T10:00:00Z, 10, 2023-06-15T22:00:00Z",
        "2023-06-01T10:00:00Z, 15, 2023-06-22T22:00:00Z",
        "2023-06-01T10:00:00Z, 0, 2023-06-01T22:00:00Z",
        "2023-05-26T10:00:00Z, 1, 2023-05-30T22:00:00Z"
    })
    void D30_silence_becomes_consent_after_the_last_working_day_of_the_waiting_time(
            Instant proposed, int days, Instant dueAt) {
        var policy = new FollowingPolicy(INSURER, 1, true, days, "MTVP");
        assertEquals(dueAt, policy.dueAfter(proposed, ZONE));
    }

    @Test
    void D30_an_insurer_that_stated_nothing_follows_after_ten_working_days() {
        var policy = FollowingPolicy.unstated(INSURER);
        assertEquals(new FollowingPolicy(INSURER, 0, true, 10, "MTVP"), policy);
    }

    @Test
    void D30_a_waiting_time_is_three_weeks_at_most() {
        assertThrows(IllegalArgumentException.class, () -> new FollowingPolicy(INSURER, 1, true, 16, "MTVP"));
        assertThrows(IllegalArgumentException.class, () -> new FollowingPolicy(INSURER, 1, true, -1, "MTVP"));
    }
}
