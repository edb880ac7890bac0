package nl.mtvp.payment.ledger.domain;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Component;
import org.threeten.extra.YearQuarter;

/**
 * Which entries are asked for; a null asks for all.
 *
 * @param creditor the account of a practice or RHO
 * @param quarterFrom the first quarter that they are about, {@code quarterUntil} the last
 * @param amountMin what the creditor gets at least, {@code amountMax} at most; below zero what is taken back
 * @param ofLines only what runs booked, and no settlements
 */
public record EntryQuery(
        Uzovi uzovi,
        Agb agb,
        Creditor creditor,
        YearQuarter quarterFrom,
        YearQuarter quarterUntil,
        EntryCause cause,
        Component component,
        UUID runId,
        Euro amountMin,
        Euro amountMax,
        boolean ofLines,
        Instant bookedFrom,
        Instant bookedUntil) {

    /** How entries leave in bulk: a line each. */
    public enum ExportFormat {
        CSV,
        NDJSON
    }
}
