package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.CONTRACT;
import static nl.mtvp.suite.common.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.StoryFailure;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.portal.PortalDesk.Affirmations;
import nl.mtvp.suite.portal.PortalDesk.Signatory;
import nl.mtvp.suite.story.expected.Books.Pair;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Practice;
import nl.mtvp.suite.world.Rho;
import nl.mtvp.suite.world.World;

/** Offers by the insurers, and what the practices' signatories answer in the Zorginkoopportaal (D24-D29, D36). */
final class Contracting {

    private static final Affirmations ONLY_ONE = new Affirmations(false, true, false);

    private final Plot plot;
    private final Map<Pair, Open> open = new LinkedHashMap<>();
    private int refused;

    Contracting(Plot plot) {
        this.plot = plot;
    }

    /** An offer that is not answered yet. */
    private record Open(UUID id, Hub hub, Quarter start) {}

    /** Offers to every practice that starts in the quarter, by these insurers. */
    void offers(Rho rho, Quarter quarter, List<String> insurers) {
        var practices = new LinkedHashMap<String, Hub>();
        rho.regions().forEach(region -> plot.admissions
                .startingIn(region, quarter)
                .forEach((hub, starting) -> starting.forEach(practice -> practices.put(practice.agb(), hub))));
        var buyer = plot.as("insurer-" + insurers.get(0));
        Waiting.until(
                "contract-service learning " + practices.size() + " admissions of " + quarter,
                () -> admissionsKnown(buyer, quarter, practices),
                known -> known == practices.size());
        var table = new Table("insurer", "offers", "start");
        for (var uzovi : insurers) {
            var lines = practices.keySet().stream()
                    .map(agb -> offer(uzovi, agb, quarter, quarter.peildatum().plusMonths(6) + "T00:00:00Z"))
                    .toList();
            var results = plot.as("insurer-" + uzovi)
                    .postLines(CONTRACT, "/contract-offers/imports", lines)
                    .expect(200);
            int proposed = 0;
            for (JsonNode result : results.body()) {
                if (text(result, "outcome").equals("PROPOSED")) {
                    var offer = result.path("offer");
                    var agb = text(offer, "agb");
                    open.put(
                            new Pair(uzovi, agb),
                            new Open(UUID.fromString(text(offer, "id")), practices.get(agb), quarter));
                    proposed++;
                } else {
                    plot.screen.line("    refused: " + result);
                }
            }
            table.row(uzovi, proposed, quarter.peildatum());
            plot.equal("offers of " + uzovi + " for " + quarter, practices.size(), proposed);
        }
        plot.screen.table(table);
        awaitPortal();
    }

    /** The portal shows an offer when it was delivered; only then can it be signed. */
    private void awaitPortal() {
        var offered = open.values().stream().map(Open::id).collect(Collectors.toSet());
        Waiting.until(
                "the portal showing " + offered.size() + " open offers",
                () -> plot.portal.offers().stream()
                        .filter(offer -> offered.contains(offer.id()))
                        .count(),
                shown -> shown == offered.size());
    }

    private static int admissionsKnown(Api.As buyer, Quarter quarter, Map<String, Hub> practices) {
        return (int) buyer.all(CONTRACT, "/admissions?quarter=" + quarter).stream()
                .filter(admission -> practices.containsKey(text(admission, "agb")))
                .filter(admission -> !admission.path("regioplanVersionId").isNull())
                .count();
    }

    /** The body of an offer of an insurer to a practice. */
    static Map<String, Object> offer(String uzovi, String agb, Quarter start, Object expiresAt) {
        return Map.ofEntries(
                entry("uzovi", uzovi),
                entry("agb", agb),
                entry("startsOn", start.peildatum().toString()),
                entry("expiresAt", expiresAt.toString()),
                entry("tariffSeries", "MTVP-2023"),
                entry("textVersion", "2023-1"));
    }

    /** An acceptance that affirms one condition of three: refused, and both that are missing are named (D26). */
    void refusedHurdle(Hub hub, Practice practice, String uzovi) {
        var offer = open.get(new Pair(uzovi, practice.agb()));
        var refusal = plot.portal.accept(offer.id(), signatory(hub), ONLY_ONE);
        plot.equal("acceptance with conditions missing is refused", 400, refusal.status());
        plot.faults(
                "the refusal names every missing condition",
                List.of("/affirmations/growthModel", "/affirmations/learningEnvironment"),
                refusal.body());
    }

    void refusedByThePractice(Hub hub, Practice practice, String uzovi) {
        var offer = open.remove(new Pair(uzovi, practice.agb()));
        var reply = plot.portal.refuse(offer.id(), signatory(hub), "the practice has too few patients of this insurer");
        plot.equal("a refusal is taken by the portal", 200, reply.status());
        refused++;
        var told = Waiting.until(
                "contract-service learning that " + practice.agb() + " refuses",
                () -> plot.as("buyer-" + uzovi)
                        .get(CONTRACT, "/contract-offers/" + offer.id())
                        .text("state"),
                "REFUSED"::equals);
        plot.equal("offer refused by practice " + practice.agb(), "REFUSED", told);
    }

    /** Everything that is open for these hubs is signed in the portal, each hub by its own signatory. */
    void accept(List<Hub> hubs) {
        var accepted = open.entrySet().stream()
                .filter(offer -> hubs.contains(offer.getValue().hub()))
                .toList();
        try (var progress = plot.screen.progress("signing " + accepted.size() + " offers", accepted.size())) {
            for (var offer : accepted) {
                var hub = offer.getValue().hub();
                var reply = plot.portal.accept(offer.getValue().id(), signatory(hub), Affirmations.ALL);
                if (reply.status() != 200) {
                    throw new StoryFailure("the portal refuses a signature of " + hub.name() + ": " + reply.body());
                }
                progress.step();
            }
        }
        accepted.forEach(offer -> {
            open.remove(offer.getKey());
            plot.books.accepted(offer.getKey(), offer.getValue().start().peildatum());
        });
        var signing = hubs.stream()
                .filter(hub -> accepted.stream()
                        .anyMatch(offer -> offer.getValue().hub().equals(hub)))
                .map(Hub::name)
                .collect(Collectors.joining(", "));
        plot.screen.line("  " + accepted.size() + " accepted by " + signing);
        awaitPaymentService();
    }

    private static Signatory signatory(Hub hub) {
        return new Signatory(hub.signatory(), "Signatory of " + hub.name(), hub.kvk());
    }

    /** So that what happens on a day is also known there on that day. */
    private void awaitPaymentService() {
        for (var uzovi : World.UZOVIS) {
            long contracts = plot.books.contractsOf(uzovi);
            Waiting.until(
                    "payment-service learning " + contracts + " contracts of " + uzovi,
                    () -> plot.as("buyer-" + uzovi)
                            .all(PAYMENT, "/entitlements?uzovi=" + uzovi + "&quarter=" + Quarter.Q1_2024)
                            .size(),
                    known -> known == contracts);
        }
    }

    /** The contracts of each insurer in number and state, against those that the story made. */
    void checkContracts(String when) {
        for (var uzovi : World.UZOVIS) {
            var buyer = plot.as("buyer-" + uzovi);
            plot.equal("contracts of " + uzovi + " that are ACTIVE, " + when, plot.books.contractsOf(uzovi), (long)
                    buyer.all(CONTRACT, "/contracts?state=ACTIVE").size());
        }
    }

    void checkOffersClosed() {
        int left = 0;
        int refusals = 0;
        for (var uzovi : World.UZOVIS) {
            var buyer = plot.as("buyer-" + uzovi);
            left += buyer.all(CONTRACT, "/contract-offers?state=PROPOSED").size();
            refusals += buyer.all(CONTRACT, "/contract-offers?state=REFUSED").size();
        }
        plot.equal("offers refused by practices", refused, refusals);
        plot.equal("offers still open", open.size(), left);
    }
}
