package nl.mtvp.plan.region.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;

/** That a practice belongs to another hub, region or regional organisation from a day on (D5). */
public record Move(Agb agb, String region, String hub, LocalDate movesOn) {

    public Move {
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(movesOn, "movesOn");
    }

    /** That its day is past, wherever the practice is; of a day that could not be read nothing is said. */
    public static List<Fault> faults(LocalDate movesOn, LocalDate today) {
        return movesOn != null && movesOn.isBefore(today)
                ? List.of(Fault.inBody(
                        "/movesOn", "in-the-past", "D5: a practice moves today or later; what is past stays"))
                : List.of();
    }

    /**
     * Whether it may follow the last place that is known, which may lie ahead. What is past does not change.
     *
     * @throws InvalidInput when its day is past, or before the last move
     * @throws RegionRefused when the practice moves on that day already
     * @throws RegionRefused when it would move to where it is
     */
    public void requireToFollow(Affiliation last, LocalDate today) {
        InvalidInput.ifAny(faults(movesOn, today));
        if (last.from() != null && movesOn.isBefore(last.from())) {
            throw new InvalidInput(Fault.inBody(
                    "/movesOn",
                    "before-the-last-move",
                    "D5: the practice moves on " + last.from() + " already; a further move comes after that"));
        }
        if (movesOn.equals(last.from())) {
            throw RegionRefused.movesThatDay(agb, last);
        }
        if (region.equals(last.region()) && hub.equals(last.hub())) {
            throw RegionRefused.practiceIsThere(agb, last);
        }
    }
}
