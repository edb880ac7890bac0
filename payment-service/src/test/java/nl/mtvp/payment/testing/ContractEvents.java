package nl.mtvp.payment.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.feed.FeedEvent;
import nl.mtvp.kernel.feed.Inbox;
import nl.mtvp.payment.contract.ContractFeed;

/** What contract-service would tell, taken in as its feed's follower does. */
@ApplicationScoped
public class ContractEvents {

    private final Inbox inbox;
    private final ContractFeed feed;
    private final ObjectMapper json;
    private final Clock clock;

    ContractEvents(Inbox inbox, ContractFeed feed, ObjectMapper json, Clock clock) {
        this.inbox = inbox;
        this.feed = feed;
        this.json = json;
        this.clock = clock;
    }

    /** When contract-service knew what is told now: its feed is a minute behind. */
    public Instant knownAtSource() {
        return clock.instant().minusSeconds(60);
    }

    /** A contract as its events name it. */
    public record Contract(UUID id, String uzovi, String agb) {}

    public Contract accepted(String uzovi, String agb, String startsOn) {
        return made("nl.mtvp.contract-accepted.v1", uzovi, agb, startsOn);
    }

    /** An insurer followed a preferent one (D30). */
    public Contract followed(String uzovi, String agb, String startsOn) {
        return made("nl.mtvp.contract-followed.v1", uzovi, agb, startsOn);
    }

    private Contract made(String type, String uzovi, String agb, String startsOn) {
        var contract = new Contract(Ids.at(clock.instant()), uzovi, agb);
        tell(
                type,
                contract,
                Map.of(
                        "offerId",
                        UUID.randomUUID().toString(),
                        "kvk",
                        "12345678",
                        "rho",
                        "voorbeeld",
                        "region",
                        "voorbeeld",
                        "startsOn",
                        startsOn,
                        "acceptedAt",
                        clock.instant().toString()));
        return contract;
    }

    public String stopped(Contract contract, String stoppedFrom) {
        var stop = UUID.randomUUID().toString();
        tell(
                "nl.mtvp.contract-stopped.v1",
                contract,
                Map.of("stopId", stop, "stoppedFrom", stoppedFrom, "grounds", "no intervisie, no plan"));
        return stop;
    }

    public void stopWithdrawn(Contract contract, String stop) {
        tell("nl.mtvp.contract-stop-withdrawn.v1", contract, Map.of("stopId", stop, "reason", "appeal upheld"));
    }

    public String ended(Contract contract, String endedFrom) {
        var end = UUID.randomUUID().toString();
        tell("nl.mtvp.contract-ended.v1", contract, Map.of("endId", end, "endedFrom", endedFrom, "kind", "NOTICE"));
        return end;
    }

    public void endWithdrawn(Contract contract, String end) {
        tell("nl.mtvp.contract-end-withdrawn.v1", contract, Map.of("endId", end, "reason", "notice taken back"));
    }

    public String clawback(Contract contract, String from, String until, String percentage) {
        var clawback = UUID.randomUUID().toString();
        tell(
                "nl.mtvp.clawback-ordered.v1",
                contract,
                Map.of(
                        "clawbackId", clawback,
                        "clawedBackFrom", from,
                        "clawedBackUntil", until,
                        "percentage", percentage,
                        "grounds", "money used for another purpose"));
        return clawback;
    }

    public void clawbackWithdrawn(Contract contract, String clawback) {
        tell("nl.mtvp.clawback-withdrawn.v1", contract, Map.of("clawbackId", clawback, "reason", "appeal upheld"));
    }

    /** Both parties undid it (D28). */
    public void annulled(Contract contract) {
        tell(
                "nl.mtvp.contract-annulled.v1",
                contract,
                Map.of(
                        "annulmentId", UUID.randomUUID().toString(),
                        "annulledAt", clock.instant().toString(),
                        "reason", "the start was wrong"));
    }

    /** Another AGB continues it (D35): the contract as its later events name it. */
    public Contract succeeded(Contract contract, String newAgb, String from) {
        tell(
                "nl.mtvp.contract-succeeded.v1",
                contract,
                Map.of(
                        "successionId",
                        UUID.randomUUID().toString(),
                        "oldAgb",
                        contract.agb(),
                        "newAgb",
                        newAgb,
                        "from",
                        from));
        return new Contract(contract.id(), contract.uzovi(), newAgb);
    }

    /** An older agreement pays as much a quarter (D32); until may be null. */
    public String offset(Contract contract, String from, String until, String euroPerQuarter) {
        var offset = UUID.randomUUID().toString();
        var more = agreed("offset", from, until);
        more.put("offsetId", offset);
        more.put("agreementId", UUID.randomUUID().toString());
        more.put("amountPerQuarter", euroPerQuarter);
        tell("nl.mtvp.offset-agreed.v1", contract, more);
        return offset;
    }

    public void offsetEnded(Contract contract, String offset, String until) {
        var more = agreed("offset", null, until);
        more.put("offsetId", offset);
        more.put("reason", "the agreement ended");
        tell("nl.mtvp.offset-ended.v1", contract, more);
    }

    /** A percentage goes to the RHO (D49); until may be null. */
    public String share(Contract contract, String from, String until, String percentage) {
        return share(contract, from, until, "percentage", percentage);
    }

    /** Euro per ION go to the RHO (D49); until may be null. */
    public String sharePerIon(Contract contract, String from, String until, String euroPerIon) {
        return share(contract, from, until, "amountPerIon", euroPerIon);
    }

    private String share(Contract contract, String from, String until, String what, String value) {
        var share = UUID.randomUUID().toString();
        var more = agreed("share", from, until);
        more.put("shareId", share);
        more.put("rho", "voorbeeld");
        more.put("percentage", null);
        more.put("amountPerIon", null);
        more.put(what, value);
        tell("nl.mtvp.rho-share-agreed.v1", contract, more);
        return share;
    }

    public void shareEnded(Contract contract, String share, String until) {
        var more = agreed("share", null, until);
        more.put("shareId", share);
        more.put("rho", "voorbeeld");
        more.put("reason", "the practice wants it back");
        tell("nl.mtvp.rho-share-ended.v1", contract, more);
    }

    /** What parties agreed an hour before it is told. */
    private Map<String, String> agreed(String what, String from, String until) {
        var more = new LinkedHashMap<String, String>();
        if (from != null) {
            more.put(what + "From", from);
        }
        more.put(what + "Until", until);
        more.put("sourceKnownAt", clock.instant().minusSeconds(3_600).toString());
        return more;
    }

    public void tell(String type, Contract contract, Map<String, String> more) {
        var data = new LinkedHashMap<String, String>(more);
        data.put("contractId", contract.id().toString());
        data.put("uzovi", contract.uzovi());
        data.put("agb", contract.agb());
        var event = new FeedEvent(
                UUID.randomUUID(), type, contract.id().toString(), knownAtSource(), json.valueToTree(data));
        inbox.take(feed, inbox.lastEventId(feed.feed()), List.of(event));
    }
}
