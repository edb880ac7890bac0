package nl.mtvp.plan.region.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.plan.region.domain.Practice;

/** Practices of a region, to be taken all or none. */
public record PracticesRequest(@NotEmpty @Size(max = 2_000) List<@NotNull @Valid PracticeLine> practices)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return practices == null
                ? List.of()
                : Practice.twice(practices.stream()
                        .map(line -> line == null ? null : line.agb())
                        .toList());
    }

    /** A practice, in its hub, with its ION. */
    public record PracticeLine(
            @NotNull Agb agb,
            @NotBlank @Size(max = 200) @OneLine String name,
            @NotBlank @Size(max = 100) @OneLine String hub,
            @NotNull @Min(1) @Max(Practice.ION_MAX) Long ion) {}

    List<Practice> toDomain() {
        return practices.stream()
                .map(line -> new Practice(line.agb(), line.name(), line.hub(), line.ion()))
                .toList();
    }
}
