package nl.mtvp.payment.audit.domain;

import java.time.Instant;
import nl.mtvp.kernel.identity.Uzovi;

/** Which records are asked for; a null asks for all. */
public record AuditQuery(
        String subject, String operation, String resource, Uzovi uzovi, Instant recordedFrom, Instant recordedUntil) {}
