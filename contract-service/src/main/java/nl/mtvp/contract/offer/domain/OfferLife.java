package nl.mtvp.contract.offer.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.offer.domain.Turn.End;
import nl.mtvp.kernel.time.WorkingDays;

/**
 * The life of an offer (D25), as far as it is recorded. An offer is open up to, and not at, its expiry. Until it is handed
 * to the portal our clock decides, at the moment of the command; from then on the moment of signing in the portal does,
 * whenever we learn of it. So a signature undoes an expiry or a withdrawal that it was faster than.
 *
 * @param expiresAt of the version that the step is about
 * @param handedOver whether the portal may know of it: from the first attempt to deliver it on
 * @param end when and how it ended, if it did
 */
public record OfferLife(OfferState recorded, Instant expiresAt, boolean handedOver, Optional<End> end) {

    /** How long the portal may be silent about an offer that it was asked to close. */
    public static final int WORKING_DAYS_OF_SILENCE = 5;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    public OfferLife {
        Present.all(recorded, expiresAt);
        if (recorded.isOpen() == end.isPresent()) {
            throw new IllegalArgumentException("an offer has an end when, and only when, it is no longer open");
        }
        if (!handedOver && (recorded == OfferState.EXPIRING || recorded == OfferState.WITHDRAWING)) {
            throw new IllegalArgumentException("only what was handed over waits for the portal");
        }
    }

    /** The state at a moment. */
    public OfferState at(Instant moment) {
        if (recorded != OfferState.PROPOSED || moment.isBefore(expiresAt)) {
            return recorded;
        }
        return handedOver ? OfferState.EXPIRING : OfferState.EXPIRED;
    }

    /** What a step that happens, or that the portal says has happened, at a moment leads to. */
    public Turn after(OfferStep step, Instant moment) {
        return switch (step) {
            case ACCEPT -> answeredHere(OfferState.ACCEPTED, moment);
            case REFUSE -> answeredHere(OfferState.REFUSED, moment);
            case WITHDRAW -> withdrawn(moment);
            case OVERTAKE ->
                at(moment).isOpen() ? Turn.endedAs(OfferState.OVERTAKEN, moment, Through.COMMAND) : Turn.nothingNew();
            case EXPIRE -> expired(moment);
            case GIVE_UP_WAITING -> givenUp(moment);
            case ACCEPT_IN_PORTAL, REFUSE_IN_PORTAL, CONFIRM_WITHDRAWAL, CONFIRM_EXPIRY ->
                handedOver
                        ? told(step, moment)
                        : Turn.refused("never-handed-over", "the offer was never handed to the portal (D25)");
        };
    }

    /** Whether the portal has said nothing for so long that our clock decides after all. */
    public static boolean isSilentFor(Instant lastContactAt, Instant moment) {
        var last = WorkingDays.DUTCH.after(LocalDate.ofInstant(lastContactAt, ZONE), WORKING_DAYS_OF_SILENCE);
        return LocalDate.ofInstant(moment, ZONE).isAfter(last);
    }

    private Turn answeredHere(OfferState answer, Instant moment) {
        if (!at(moment).isOpen()) {
            return notOpen(moment);
        }
        return handedOver
                ? Turn.refused(
                        "answered-in-the-portal",
                        "the offer was handed to the Zorginkoopportaal: it is accepted or refused there, and nowhere"
                                + " else (D25)")
                : Turn.endedAs(answer, moment, Through.COMMAND);
    }

    private Turn withdrawn(Instant moment) {
        if (at(moment) != OfferState.PROPOSED) {
            return notOpen(moment);
        }
        return handedOver
                ? Turn.waitingAs(OfferState.WITHDRAWING)
                : Turn.endedAs(OfferState.WITHDRAWN, moment, Through.COMMAND);
    }

    private Turn expired(Instant moment) {
        if (recorded != OfferState.PROPOSED || moment.isBefore(expiresAt)) {
            return Turn.nothingNew();
        }
        return handedOver
                ? Turn.waitingAs(OfferState.EXPIRING)
                : Turn.endedAs(OfferState.EXPIRED, expiresAt, Through.CLOCK);
    }

    private Turn givenUp(Instant moment) {
        return switch (recorded) {
            case EXPIRING -> Turn.endedAs(OfferState.EXPIRED, moment, Through.SILENCE);
            case WITHDRAWING -> Turn.endedAs(OfferState.WITHDRAWN, moment, Through.SILENCE);
            default -> Turn.nothingNew();
        };
    }

    private Turn told(OfferStep step, Instant moment) {
        return switch (step) {
            case ACCEPT_IN_PORTAL -> signed(OfferState.ACCEPTED, moment);
            case REFUSE_IN_PORTAL -> signed(OfferState.REFUSED, moment);
            case CONFIRM_WITHDRAWAL -> withdrawalConfirmed(moment);
            default -> expiryConfirmed(moment);
        };
    }

    private Turn signed(OfferState answer, Instant signedAt) {
        if (!signedAt.isBefore(expiresAt)) {
            return Turn.refused(
                    "signed-after-the-expiry", "signed at " + signedAt + ", but it expired at " + expiresAt + " (D25)");
        }
        if (recorded == OfferState.WITHDRAWN && endedInPortal() && !signedAt.isBefore(endedAt())) {
            return Turn.refused(
                    "signed-after-the-withdrawal",
                    "signed at " + signedAt + ", but the portal confirmed its withdrawal at " + endedAt() + " (D25)");
        }
        if (recorded.isOpen() || recorded == OfferState.WITHDRAWN || recorded == OfferState.EXPIRED) {
            return Turn.endedAs(answer, signedAt, Through.PORTAL);
        }
        return recorded == answer && endedInPortal() && signedAt.equals(endedAt())
                ? Turn.nothingNew()
                : endedOtherwise();
    }

    private Turn withdrawalConfirmed(Instant at) {
        return switch (recorded) {
            case WITHDRAWING -> Turn.endedAs(OfferState.WITHDRAWN, at, Through.PORTAL);
            case WITHDRAWN -> confirmed(at);
            case OVERTAKEN -> Turn.nothingNew();
            case PROPOSED, EXPIRING ->
                Turn.refused("withdrawal-not-asked-for", "nobody asked the portal to withdraw this offer (D25)");
            case ACCEPTED, REFUSED, EXPIRED -> endedOtherwise();
        };
    }

    private Turn expiryConfirmed(Instant at) {
        if (at.isBefore(expiresAt)) {
            return Turn.refused(
                    "expired-before-the-expiry",
                    "the portal let it expire at " + at + ", but it is open until " + expiresAt + " (D25)");
        }
        return switch (recorded) {
            case PROPOSED, EXPIRING, WITHDRAWING -> Turn.endedAs(OfferState.EXPIRED, at, Through.PORTAL);
            case EXPIRED -> confirmed(at);
            case OVERTAKEN -> Turn.nothingNew();
            case WITHDRAWN -> endedInPortal() ? endedOtherwise() : Turn.nothingNew();
            case ACCEPTED, REFUSED -> endedOtherwise();
        };
    }

    /** What we had concluded by ourselves is confirmed, with the portal's moment. */
    private Turn confirmed(Instant at) {
        if (!endedInPortal()) {
            return Turn.endedAs(recorded, at, Through.PORTAL);
        }
        return at.equals(endedAt()) ? Turn.nothingNew() : endedOtherwise();
    }

    private boolean endedInPortal() {
        return end.map(how -> how.through() == Through.PORTAL).orElse(false);
    }

    private Instant endedAt() {
        return end.orElseThrow().at();
    }

    private Turn notOpen(Instant moment) {
        return Turn.refused("offer-not-open", "the offer is " + at(moment) + " (D25)");
    }

    private Turn endedOtherwise() {
        return Turn.refused(
                "ended-otherwise", "the offer is " + recorded + " since " + endedAt() + ", which stays so (D25)");
    }
}
