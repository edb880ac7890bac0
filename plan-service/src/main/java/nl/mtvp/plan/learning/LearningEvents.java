package nl.mtvp.plan.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.domain.Participation;
import nl.mtvp.plan.region.domain.Place;

/** What the neighbours learn of participation: that it was recorded or withdrawn, without its evidence. */
final class LearningEvents {

    record Recorded(
            UUID participationId,
            Agb agb,
            String rho,
            String region,
            String code,
            LocalDate tookPlaceOn,
            Instant recordedAt) {}

    record Withdrawn(UUID participationId, Agb agb, String code, LocalDate tookPlaceOn, Instant withdrawnAt) {}

    private LearningEvents() {}

    static NewEvent recorded(Participation recorded, Place place) {
        var data = new Recorded(
                recorded.id(),
                recorded.agb(),
                place.rho(),
                place.region(),
                recorded.code(),
                recorded.tookPlaceOn(),
                recorded.recordedAt());
        return new NewEvent("nl.mtvp.participation-recorded.v1", recorded.agb().code(), data);
    }

    static NewEvent withdrawn(Participation withdrawn) {
        var data = new Withdrawn(
                withdrawn.id(), withdrawn.agb(), withdrawn.code(), withdrawn.tookPlaceOn(), withdrawn.withdrawnAt());
        return new NewEvent(
                "nl.mtvp.participation-withdrawn.v1", withdrawn.agb().code(), data);
    }
}
