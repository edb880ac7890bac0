package nl.mtvp.plan.regioplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A version in a list over regioplannen: whose it is and where it stands, without what it says. */
public record ListedVersion(
        UUID regioplanId,
        int number,
        String rho,
        List<String> regions,
        String title,
        VersionState state,
        PlanVersion.Origin origin,
        String contentHash,
        Instant createdAt,
        Instant submittedAt,
        LocalDate decisionDueOn,
        Instant decidedAt) {}
