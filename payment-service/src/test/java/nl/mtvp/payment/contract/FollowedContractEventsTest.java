package nl.mtvp.payment.contract;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.event.Followed;
import nl.mtvp.payment.contract.db.Told;
import org.junit.jupiter.api.Test;

/** What we read of contract-service's events is what their schemas say is told. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FollowedContractEventsTest {

    private static final Path SOURCE = Path.of("src/main/java/nl/mtvp/payment/contract/ContractFeed.java");

    private static final Map<String, List<Class<?>>> READ = Map.ofEntries(
            entry("nl.mtvp.contract-accepted.v1", List.of(Told.Accepted.class)),
            entry("nl.mtvp.contract-followed.v1", List.of(Told.Accepted.class)),
            entry("nl.mtvp.contract-succeeded.v1", List.of(Told.Succeeded.class)),
            entry("nl.mtvp.contract-annulled.v1", List.of(Told.Annulled.class)),
            entry("nl.mtvp.contract-stopped.v1", List.of(Told.Stopped.class)),
            entry("nl.mtvp.contract-stop-withdrawn.v1", List.of(Told.StopWithdrawn.class)),
            entry("nl.mtvp.contract-ended.v1", List.of(Told.Ended.class)),
            entry("nl.mtvp.contract-end-withdrawn.v1", List.of(Told.EndWithdrawn.class)),
            entry("nl.mtvp.clawback-ordered.v1", List.of(Told.ClawbackOrdered.class)),
            entry("nl.mtvp.clawback-withdrawn.v1", List.of(Told.ClawbackWithdrawn.class)),
            entry("nl.mtvp.offset-agreed.v1", List.of(Told.OffsetAgreed.class)),
            entry("nl.mtvp.offset-ended.v1", List.of(Told.OffsetEnded.class)),
            entry("nl.mtvp.rho-share-agreed.v1", List.of(Told.ShareAgreed.class)),
            entry("nl.mtvp.rho-share-ended.v1", List.of(Told.ShareEnded.class)));

    @Inject
    ObjectMapper json;

    @Test
    void each_is_always_told_and_can_be_read() throws IOException {
        assertEquals(Followed.named(SOURCE), READ.keySet());
        var asTheFeedReads = json.copy().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        assertEquals(List.of(), new Followed(asTheFeedReads).faults(READ));
    }
}
