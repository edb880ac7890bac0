package nl.mtvp.contract.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.admission.domain.ApprovedRegioplan;
import nl.mtvp.contract.admission.domain.RegionOfPlan;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.FeedHandler;
import nl.mtvp.kernel.identity.Agb;

/** Learns from plan-service which regioplannen are approved (D6) and which practices are admitted (D21). */
@ApplicationScoped
public class PlanFeed implements FeedHandler {

    public static final String NAME = "plan";

    private final AdmissionRepository admissions;
    private final ObjectMapper json;

    PlanFeed(AdmissionRepository admissions, ObjectMapper json) {
        this.admissions = admissions;
        this.json = json;
    }

    /** What a version of a regioplan is approved for, told with it. */
    record Covered(List<RegionOfPlan> regions) {}

    record RegioplanSuperseded(UUID versionId, UUID supersededByVersionId) {}

    /** What an admission rests on, told with it. */
    record Drawn(long ion, UUID drawId) {}

    record AdmissionWithdrawn(Agb agb, UUID roundId, String reason) {}

    @Override
    public String feed() {
        return NAME;
    }

    @Override
    public void apply(FeedEvent event, Instant recordedAt) {
        switch (event.type()) {
            case "nl.mtvp.regioplan-approved.v1" -> {
                var regions = read(event, Covered.class).regions();
                admissions.add(read(event, ApprovedRegioplan.class), regions, event.time(), recordedAt);
            }
            case "nl.mtvp.regioplan-superseded.v1" -> {
                var superseded = read(event, RegioplanSuperseded.class);
                require(admissions.supersede(superseded.versionId(), superseded.supersededByVersionId()), event);
            }
            case "nl.mtvp.practice-admitted.v1" -> {
                var drawn = read(event, Drawn.class);
                admissions.add(read(event, Admission.class), drawn.ion(), drawn.drawId(), event.time(), recordedAt);
            }
            case "nl.mtvp.admission-withdrawn.v1" -> {
                var withdrawn = read(event, AdmissionWithdrawn.class);
                require(admissions.withdraw(withdrawn.agb(), withdrawn.roundId(), withdrawn.reason()), event);
            }
            default -> {
                // Plan-service tells more than this service has a use for.
            }
        }
    }

    private <T> T read(FeedEvent event, Class<T> type) {
        try {
            return json.treeToValue(event.data(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("event " + event.id() + " is no " + event.type(), unreadable);
        }
    }

    private static void require(boolean applied, FeedEvent event) {
        if (!applied) {
            throw new IllegalStateException(
                    "event " + event.id() + " (" + event.type() + ") takes back what was never told");
        }
    }
}
