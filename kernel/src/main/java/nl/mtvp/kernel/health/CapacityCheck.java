package nl.mtvp.kernel.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready without a connection to the database or a worker thread. It answers without either. */
@Readiness
@ApplicationScoped
class CapacityCheck implements AsyncHealthCheck {

    private final Capacity capacity;

    CapacityCheck(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var connection = capacity.withoutConnection();
        var worker = capacity.withoutWorker();
        return Uni.createFrom()
                .item(HealthCheckResponse.named("capacity")
                        .withData("database", connection.orElse("to be had"))
                        .withData("workers", worker.orElse("to be had"))
                        .status(connection.isEmpty() && worker.isEmpty())
                        .build());
    }
}
