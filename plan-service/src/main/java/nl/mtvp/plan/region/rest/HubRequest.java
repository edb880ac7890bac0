package nl.mtvp.plan.region.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A hub: the practices of one municipality, known by its name within the region. */
public record HubRequest(
        @NotNull
                @Size(max = 100)
                @Pattern(
                        regexp = "[^\\s\\p{Z}\\p{C}\\p{M}]([^\\p{C}\\p{Zl}\\p{Zp}\\p{M}]*[^\\s\\p{Z}\\p{C}\\p{M}])?",
                        message =
                                "a hub's name has no space around it, nothing in it that is not seen, and accents as one"
                                        + " letter with what they stand on; it is part of the lot's id")
                String name) {}
