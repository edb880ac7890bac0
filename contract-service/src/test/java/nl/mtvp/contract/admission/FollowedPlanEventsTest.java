package nl.mtvp.contract.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.event.Followed;
import org.junit.jupiter.api.Test;

/** What we read of plan-service's events is what their schemas say is told. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class FollowedPlanEventsTest {

    private static final Path SOURCE = Path.of("src/main/java/nl/mtvp/contract/admission/PlanFeed.java");

    private static final Map<String, List<Class<?>>> READ = Map.of(
            "nl.mtvp.regioplan-approved.v1", List.of(ApprovedRegioplan.class, PlanFeed.Covered.class),
            "nl.mtvp.regioplan-superseded.v1", List.of(PlanFeed.RegioplanSuperseded.class),
            "nl.mtvp.practice-admitted.v1", List.of(Admission.class, PlanFeed.Drawn.class),
            "nl.mtvp.admission-withdrawn.v1", List.of(PlanFeed.AdmissionWithdrawn.class));

    @Inject
    ObjectMapper json;

    @Test
    void each_is_always_told_and_can_be_read() throws IOException {
        assertEquals(Followed.named(SOURCE), READ.keySet());
        assertEquals(List.of(), new Followed(json).faults(READ));
    }
}
