package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Json.amount;
import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.suite.common.Answer;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.story.expected.Books;
import nl.mtvp.suite.story.expected.Books.Line;
import nl.mtvp.suite.world.World;

/**
 * The tariffs, revised from the beginning on (D37), and payment runs, held against what the story worked out (D43-D46):
 * all of it by two people.
 */
final class Paying {

    private final Plot plot;
    private final Map<String, String> tariffs = new HashMap<>();
    private final List<Line> exampleLines = new ArrayList<>();

    Paying(Plot plot) {
        this.plot = plot;
    }

    /** What was booked for the example practice so far, in order. */
    List<Line> exampleLines() {
        return exampleLines;
    }

    /** Each insurer's buyer proposes this tariff from 2023-04-01 on; it counts once it is approved. */
    void proposeTariff(String euro, String ground) {
        for (var uzovi : World.UZOVIS) {
            var tariff = Map.ofEntries(
                    entry("uzovi", uzovi),
                    entry("validFrom", Quarter.Q2_2023.peildatum().toString()),
                    entry("euroPerIonPerQuarter", euro),
                    entry("ground", ground));
            var id = plot.as("buyer-" + uzovi).make(PAYMENT, "/tariffs", tariff).text("id");
            tariffs.put(uzovi, id);
        }
    }

    void approveTariff(String euro) {
        for (var uzovi : World.UZOVIS) {
            var known = plot.as("approver-" + uzovi).make(PAYMENT, "/tariffs/" + tariffs.get(uzovi) + "/approvals");
            plot.equal("tariff " + euro + " of " + uzovi, "KNOWN", known.text("state"));
            plot.books.tariff(uzovi, new BigDecimal(euro));
        }
    }

    void run(Quarter quarter, List<String> insurers, String title) {
        var table = new Table("insurer", "cause", "parts", "euro");
        for (var uzovi : insurers) {
            var expected = plot.books.run(uzovi, quarter.peildatum());
            var run = post(uzovi, quarter);
            check(title + ", " + uzovi, expected, run);
            run.path("totals")
                    .forEach(total ->
                            table.row(uzovi, text(total, "cause"), number(total, "parts"), amount(total, "amount")));
            expected.stream()
                    .filter(line -> line.key().pair().agb().equals(World.EXAMPLE_AGB))
                    .forEach(exampleLines::add);
        }
        plot.screen.table(table);
    }

    private JsonNode post(String uzovi, Quarter quarter) {
        var draft = make(uzovi, quarter);
        var path = "/payment-runs/" + draft.text("id");
        lookAtWarnings(uzovi, path, draft.text("proposalHash"));
        plot.as("approver-" + uzovi)
                .make(PAYMENT, path + "/approvals", Map.of("proposalHash", draft.text("proposalHash")));
        return Waiting.until(
                        "the posting of the run of " + uzovi,
                        () -> plot.as("buyer-" + uzovi).get(PAYMENT, path).expect(200),
                        answer -> answer.text("state").equals("POSTED"))
                .body();
    }

    /** Somebody looks at what the run warns of, and says so for each kind (D46). */
    private void lookAtWarnings(String uzovi, String path, String proposalHash) {
        var buyer = plot.as("buyer-" + uzovi);
        Json.texts(buyer.all(PAYMENT, path + "/warnings"), "kind").stream()
                .filter(kind -> !kind.equals("MASS_MOVE"))
                .distinct()
                .map(kind -> Map.of("proposalHash", proposalHash, "kind", kind, "reason", "as agreed in the story"))
                .forEach(warning -> buyer.make(PAYMENT, path + "/acknowledgements", warning));
    }

    /** Made, and computed by the service in its own time. */
    private Answer make(String uzovi, Quarter quarter) {
        var buyer = plot.as("buyer-" + uzovi);
        var made = buyer.make(PAYMENT, "/payment-runs", Map.of("uzovi", uzovi, "quarter", quarter.toString()));
        return Waiting.until(
                "the computation of the run of " + uzovi,
                () -> buyer.get(PAYMENT, "/payment-runs/" + made.text("id")).expect(200),
                answer -> !answer.text("state").equals("COMPUTING"));
    }

    private void check(String name, List<Line> expected, JsonNode run) {
        plot.amount(name + ": total", Books.total(expected), amount(run, "total"));
        var told = new TreeMap<String, BigDecimal>();
        run.path("totals").forEach(total -> told.merge(text(total, "cause"), amount(total, "amount"), BigDecimal::add));
        var worked = Books.perCause(expected);
        plot.equal(name + ": causes", worked.keySet(), told.keySet());
        worked.forEach(
                (cause, amount) -> plot.amount(name + ": " + cause, amount, told.getOrDefault(cause, BigDecimal.ZERO)));
    }

    /** A run over facts that are all booked proposes nothing (D43); it is withdrawn. */
    void secondRun(Quarter quarter) {
        for (var uzovi : World.UZOVIS) {
            var draft = make(uzovi, quarter);
            plot.that(
                    "a second run of " + uzovi + " proposes nothing",
                    draft.body().path("totals").isEmpty() && draft.text("total").equals("0.00"),
                    draft.body().path("totals").toString());
            plot.as("buyer-" + uzovi)
                    .make(
                            PAYMENT,
                            "/payment-runs/" + draft.text("id") + "/withdrawals",
                            Map.of("reason", "it proposes nothing"));
        }
    }
}
