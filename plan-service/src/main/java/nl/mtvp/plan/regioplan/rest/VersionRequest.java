package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a new version of a regioplan says. */
public record VersionRequest(
        @NotNull @Size(max = 200) @Valid List<@NotNull SelectionRequest> interventions,
        @Valid SubjectsRequest subjects) {}
