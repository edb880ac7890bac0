package nl.mtvp.kernel.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows feeds that do not go on. The service can still answer, so this is wellness and not readiness. */
@Wellness
@ApplicationScoped
class FeedHealth implements HealthCheck {

    private final FeedFollower follower;

    FeedHealth(FeedFollower follower, MeterRegistry metrics) {
        this.follower = follower;
        metrics.gauge(
                "mtvp.feeds.stuck", follower, following -> following.stuck().size());
    }

    @Override
    public HealthCheckResponse call() {
        var stuck = follower.stuck();
        var answer = HealthCheckResponse.named("feeds").status(stuck.isEmpty());
        stuck.forEach(answer::withData);
        return answer.build();
    }
}
