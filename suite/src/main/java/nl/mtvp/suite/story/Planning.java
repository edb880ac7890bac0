package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PLAN;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.suite.common.Answer;
import nl.mtvp.suite.world.World;

/** The regioplannen: UNICUM's own through submission and approval (D3, D6), Voorbeeld's pushed with evidence (D7). */
final class Planning {

    /** UNICUM's plan of 2023: what it selects, and from which implementation year. */
    private static final List<Map<String, Object>> UNICUMS_CHOICES = Stream.of(
                    "AW-01", "AW-02", "AW-08", "AW-07", "AW-03", "GG-01", "GG-02", "SN-04", "SN-01", "SN-02")
            .map(code -> choice(code, code.equals("AW-03") ? 2 : 1))
            .toList();

    private final Plot plot;
    /** Where the versions of UNICUM's plan are. */
    private String versions;

    Planning(Plot plot) {
        this.plot = plot;
    }

    void refusedVersion() {
        plot.on("2023-04-03", "UNICUM submits a regioplan that misses the minimum, and hears all that is missing (D3)");
        begin(List.of("ZOU", "Lekstroom"));
        version(List.of(choice("AW-01", 1), choice("AW-03", 2), choice("GG-01", 1)));
        var refusal = submit(1);
        plot.equal("submission below the minimum is refused", 400, refusal.status());
        plot.faults(
                "the refusal names every kernelement that falls short",
                List.of("ANDERS_WERKEN", "GOEDE_GESPREK", "SAMENWERKEN_NETWERK"),
                refusal.body());
    }

    void approvedVersion() {
        plot.on("2023-04-06", "UNICUM submits its own choices; 3311 approves, bound to the content's hash (D6)");
        var approved = approved(2);
        plot.equal("UNICUM's plan after 3311's decision", "APPROVED", approved.text("state"));
        var table = new Table("intervention", "kernelement", "from year");
        approved.body()
                .path("interventions")
                .forEach(intervention -> table.row(
                        text(intervention, "code"),
                        text(intervention, "kernelement"),
                        intervention.path("firstYear").asInt()));
        plot.screen.table(table);
        plot.screen.line("  content hash " + approved.text("contentHash"));
    }

    /** A plan of UNICUM for other regions than its own, in one go. */
    void approvedFor(List<String> regions) {
        begin(regions);
        approved(1);
    }

    private void begin(List<String> regions) {
        var plan = Map.of("rho", "UNICUM", "regions", regions, "title", "Plan van aanpak MTVP 2023");
        var id = plot.as("rho-unicum").make(PLAN, "/regioplannen", plan).text("id");
        versions = "/regioplannen/" + id + "/versions";
    }

    private Answer approved(int number) {
        var draft = version(UNICUMS_CHOICES);
        var submitted = submit(number).expect(201);
        plot.equal("UNICUM's plan is submitted", "SUBMITTED", submitted.text("state"));
        return plot.as("approver-3311")
                .make(
                        PLAN,
                        versions + "/" + number + "/decisions",
                        Map.of("uzovi", "3311", "decision", "APPROVED", "contentHash", draft.text("contentHash")));
    }

    void pushedPlan() {
        plot.on("2023-04-17", "Voorbeeld's portal pushes a plan that was agreed elsewhere; 3332 confirms it (D7)");
        var approval = Map.ofEntries(
                entry("uzovi", "3332"),
                entry("approvedBy", "Regiomanager, Menzis"),
                entry("approvedOn", "2023-04-11"),
                entry("documentDigest", Seeds.commitment("00".repeat(32))));
        var plan = Map.ofEntries(
                entry("rho", World.VOORBEELD.code()),
                entry("regions", List.of("Voorbeeld")),
                entry("title", "Regioplan Voorbeeld 2023"),
                entry("interventions", UNICUMS_CHOICES),
                entry("commitsToLeidraad", true),
                entry("approvals", List.of(approval)));
        var pushed = plot.as("rho-voorbeeld-portal").make(PLAN, "/regioplannen/external-approvals", plan);
        plot.equal("Voorbeeld's pushed plan waits for its insurer", "SUBMITTED", pushed.text("state"));
        var confirmed = plot.as("approver-3332")
                .make(
                        PLAN,
                        "/regioplannen/" + pushed.text("regioplanId") + "/versions/1/confirmations",
                        Map.of("uzovi", "3332", "contentHash", pushed.text("contentHash")));
        plot.equal("Voorbeeld's plan after 3332's confirmation", "APPROVED", confirmed.text("state"));
    }

    private Answer version(List<Map<String, Object>> choices) {
        return plot.as("rho-unicum").make(PLAN, versions, Map.of("interventions", choices));
    }

    private Answer submit(int version) {
        return plot.as("rho-unicum")
                .post(PLAN, versions + "/" + version + "/submissions", Map.of("commitsToLeidraad", true));
    }

    private static Map<String, Object> choice(String code, int firstYear) {
        return Map.of("code", code, "firstYear", firstYear);
    }
}
