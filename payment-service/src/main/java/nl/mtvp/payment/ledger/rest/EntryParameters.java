package nl.mtvp.payment.ledger.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.SuiteClock;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.ledger.domain.Creditor;
import nl.mtvp.payment.ledger.domain.EntryCause;
import nl.mtvp.payment.ledger.domain.EntryQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.threeten.extra.YearQuarter;

/** What entries can be asked for by, all of it at once. */
public class EntryParameters {

    @QueryParam("uzovi")
    Uzovi uzovi;

    @QueryParam("agb")
    Agb agb;

    @QueryParam("creditor")
    @Parameter(description = "The account of a practice or RHO, like creditor:3332:agb:01999901")
    @Pattern(regexp = "creditor:[0-9]{4}:(agb:[0-9]{8}|rho:[^:|]+)", message = "a creditor is named by its account")
    String creditor;

    @QueryParam("quarter")
    @Parameter(description = "The quarter that it is about")
    YearQuarter quarter;

    @QueryParam("quarterFrom")
    @Parameter(description = "About this quarter or a later one")
    YearQuarter quarterFrom;

    @QueryParam("quarterUntil")
    @Parameter(description = "About this quarter or an earlier one")
    YearQuarter quarterUntil;

    @QueryParam("component")
    Component component;

    @QueryParam("runId")
    @Parameter(description = "Booked by this run")
    UUID runId;

    @QueryParam("amountMin")
    @Parameter(description = "The creditor gets at least this; below zero what is taken back")
    Euro amountMin;

    @QueryParam("amountMax")
    @Parameter(description = "The creditor gets at most this")
    Euro amountMax;

    @QueryParam("bookedFrom")
    @Parameter(description = "Booked on this day or later")
    LocalDate bookedFrom;

    @QueryParam("bookedUntil")
    @Parameter(description = "Booked before this day")
    LocalDate bookedUntil;

    @QueryParam("knownAt")
    @Parameter(description = "As known here at this moment")
    Instant knownAt;

    EntryQuery query(EntryCause cause, boolean ofLines) {
        return new EntryQuery(
                uzovi,
                agb,
                creditor == null ? null : Creditor.of(creditor),
                later(quarter, quarterFrom),
                earlier(quarter, quarterUntil),
                cause,
                component,
                runId,
                amountMin,
                amountMax,
                ofLines,
                start(bookedFrom),
                start(bookedUntil));
    }

    private static YearQuarter later(YearQuarter one, YearQuarter other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static YearQuarter earlier(YearQuarter one, YearQuarter other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(SuiteClock.ZONE).toInstant();
    }
}
