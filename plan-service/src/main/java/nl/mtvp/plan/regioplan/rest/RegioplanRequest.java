package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.mtvp.kernel.rest.constraint.OneLine;

/** A regioplan that an RHO begins, without content yet. */
public record RegioplanRequest(
        @NotBlank @Size(max = 40) @OneLine String rho,
        @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 40) @OneLine String> regions,
        @NotBlank @Size(max = 200) @OneLine String title) {}
