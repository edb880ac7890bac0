package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A regioplan that an RHO begins, without content yet. */
public record RegioplanRequest(
        @NotBlank @Size(max = 40) String rho,
        @NotEmpty @Size(max = 50) List<@NotNull String> regions,
        @NotBlank @Size(max = 200) String title) {}
