package nl.mtvp.plan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.learning.db.PictureRepository;
import nl.mtvp.plan.learning.domain.Compliance;
import nl.mtvp.plan.learning.domain.Compliance.Missing;
import nl.mtvp.plan.learning.domain.Facts;
import nl.mtvp.plan.praktijkplan.db.DeadlineRepository;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;

/** Shows how practices stand with what they committed to in an implementation year (D12). */
@ApplicationScoped
@Transactional
public class PictureUseCases {

    private final DeadlineRepository deadlines;
    private final PictureRepository pictures;
    private final Clock clock;

    PictureUseCases(DeadlineRepository deadlines, PictureRepository pictures, Clock clock) {
        this.deadlines = deadlines;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** What is known of a practice's year, with what it misses on a day. */
    public record Picture(Facts facts, List<Missing> missing, LocalDate asOf) {}

    public Page<Picture> pictures(
            String region, Agb agb, ImplementationYear year, Visibility visibility, PageRequest asked) {
        var today = LocalDate.now(clock);
        var filter = new DeadlineRepository.Filter(region, agb, year, false);
        var page = deadlines.visible(filter, today, visibility, asked);
        return new Page<>(pictures.facts(page.rows()), page.next())
                .map(facts -> new Picture(facts, Compliance.missing(facts, today), today));
    }
}
