package nl.mtvp.payment.statement.domain;

import java.util.UUID;

/** Where a statement stands in the list. */
public record StatementPosition(UUID postingId, String creditor) {}
