package nl.mtvp.plan.regioplan.domain;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something agreed in the region, and how it is seen that it is kept (D4). */
public record Agreement(String title, @Schema(nullable = true) String monitoring) implements Titled {}
