package nl.mtvp.plan.region.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A hub: the practices of one municipality, known by its name within the region. */
public record HubRequest(
        @NotNull
                @Size(max = 100)
                @Pattern(
                        regexp = "[^\\s\\p{Z}\\p{Cc}]([^\\p{Cc}\\p{Zl}\\p{Zp}]*[^\\s\\p{Z}\\p{Cc}])?",
                        message = "a hub's name has no space around it and no control characters; it is part of the"
                                + " lot's id")
                String name) {}
