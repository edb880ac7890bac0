package nl.mtvp.plan.region.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.plan.region.domain.Region;

/** A region that its RHO registers. */
public record RegionRequest(
        @NotNull @Pattern(regexp = Region.CODE_FORM, message = Region.CODE_RULE) String code,
        @NotBlank @Size(max = 200) @OneLine String name,
        @NotNull @Pattern(regexp = Region.CODE_FORM, message = Region.CODE_RULE) String rho) {}
