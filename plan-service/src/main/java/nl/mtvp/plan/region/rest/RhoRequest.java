package nl.mtvp.plan.region.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.plan.region.domain.Region;

/** An RHO that registers itself. */
public record RhoRequest(
        @NotNull @Pattern(regexp = Region.CODE_FORM, message = Region.CODE_RULE) String code,
        @NotBlank @Size(max = 200) @OneLine String name,
        @NotNull Kvk kvk) {}
