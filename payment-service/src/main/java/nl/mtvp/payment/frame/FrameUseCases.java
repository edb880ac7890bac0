package nl.mtvp.payment.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.payment.fact.db.FactClock;
import nl.mtvp.payment.frame.db.FrameRepository;
import nl.mtvp.payment.frame.domain.Frame;
import nl.mtvp.payment.frame.domain.Frame.FrameQuery;

/** Shows a year's payments beside the national macro frame, as known at a moment (D54, D55). */
@ApplicationScoped
@Transactional
public class FrameUseCases {

    private final FrameRepository frames;
    private final FactClock factClock;
    private final Clock clock;

    FrameUseCases(FrameRepository frames, FactClock factClock, Clock clock) {
        this.frames = frames;
        this.factClock = factClock;
        this.clock = clock;
    }

    /** The years that have a frame or payments, in their order. */
    public List<Frame> list(FrameQuery asked, Instant knownAt, Visibility visibility) {
        var known = factClock.asKnownAt(asked.uzovi(), knownAt, clock.instant());
        boolean national = visibility.everything() && asked.uzovi() == null && asked.region() == null;
        var limits = frames.limits();
        var booked = frames.booked(asked, known, visibility).stream()
                .collect(Collectors.groupingBy(total -> total.quarter().getYear()));
        var years = new TreeSet<>(booked.keySet());
        years.addAll(limits.keySet());
        return years.stream()
                .filter(year -> asked.year() == null || asked.year().equals(year))
                .map(year -> Frame.of(year, limits.get(year), national, booked.getOrDefault(year, List.of())))
                .toList();
    }
}
