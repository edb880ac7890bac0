package nl.mtvp.suite.story;

import static nl.mtvp.suite.stack.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.suite.story.expected.Books;
import nl.mtvp.suite.story.expected.Books.Line;
import nl.mtvp.suite.world.World;

/** Payment runs: made by one, approved by another, posted, and held against what the story worked out (D43-D46). */
final class Paying {

    private final Plot plot;
    private final List<Line> exampleLines = new ArrayList<>();

    Paying(Plot plot) {
        this.plot = plot;
    }

    /** What was booked for the example practice so far, in order. */
    List<Line> exampleLines() {
        return exampleLines;
    }

    void run(Quarter quarter, List<String> insurers, String title) {
        var table = new Table("insurer", "cause", "parts", "euro");
        for (var uzovi : insurers) {
            var expected = plot.books().run(uzovi, quarter.peildatum());
            var run = post(uzovi, quarter);
            check(title + ", " + uzovi, expected, run);
            run.path("totals")
                    .forEach(total -> table.row(
                            uzovi,
                            total.path("cause").asText(),
                            total.path("parts").asLong(),
                            new BigDecimal(total.path("amount").asText())));
            expected.stream()
                    .filter(line -> line.key().pair().agb().equals(World.EXAMPLE_AGB))
                    .forEach(exampleLines::add);
        }
        plot.screen().table(table);
    }

    private JsonNode post(String uzovi, Quarter quarter) {
        var draft = make(uzovi, quarter);
        var path = "/payment-runs/" + draft.text("id");
        lookAtWarnings(uzovi, path, draft.text("proposalHash"));
        plot.api()
                .as("approver-" + uzovi)
                .post(PAYMENT, path + "/approvals", Map.of("proposalHash", draft.text("proposalHash")))
                .expect(201);
        return Waiting.until(
                        "the posting of the run of " + uzovi,
                        () -> plot.api().as("buyer-" + uzovi).get(PAYMENT, path).expect(200),
                        answer -> answer.text("state").equals("POSTED"))
                .body();
    }

    /** Somebody looks at what the run warns of, and says so for each kind (D46). */
    private void lookAtWarnings(String uzovi, String path, String proposalHash) {
        var buyer = plot.api().as("buyer-" + uzovi);
        buyer.all(PAYMENT, path + "/warnings").stream()
                .map(warning -> warning.path("kind").asText())
                .filter(kind -> !kind.equals("MASS_MOVE"))
                .distinct()
                .forEach(kind -> buyer.post(
                                PAYMENT,
                                path + "/acknowledgements",
                                Map.of("proposalHash", proposalHash, "kind", kind, "reason", "as agreed in the story"))
                        .expect(201));
    }

    /** Made, and computed by the service in its own time. */
    private Answer make(String uzovi, Quarter quarter) {
        var buyer = plot.api().as("buyer-" + uzovi);
        var made = buyer.post(PAYMENT, "/payment-runs", Map.of("uzovi", uzovi, "quarter", quarter.toString()))
                .expect(201);
        return Waiting.until(
                "the computation of the run of " + uzovi,
                () -> buyer.get(PAYMENT, "/payment-runs/" + made.text("id")).expect(200),
                answer -> !answer.text("state").equals("COMPUTING"));
    }

    private void check(String name, List<Line> expected, JsonNode run) {
        plot.checks()
                .amount(
                        name + ": total",
                        Books.total(expected),
                        new BigDecimal(run.path("total").asText()));
        var told = new TreeMap<String, BigDecimal>();
        run.path("totals")
                .forEach(total -> told.merge(
                        total.path("cause").asText(),
                        new BigDecimal(total.path("amount").asText()),
                        BigDecimal::add));
        var worked = Books.perCause(expected);
        plot.checks().equal(name + ": causes", worked.keySet(), told.keySet());
        worked.forEach((cause, amount) ->
                plot.checks().amount(name + ": " + cause, amount, told.getOrDefault(cause, BigDecimal.ZERO)));
    }

    /** A run over facts that are all booked proposes nothing (D43); it is withdrawn. */
    void secondRun(Quarter quarter) {
        for (var insurer : World.INSURERS) {
            var uzovi = insurer.uzovi();
            var draft = make(uzovi, quarter);
            plot.checks()
                    .that(
                            "a second run of " + uzovi + " proposes nothing",
                            draft.body().path("totals").isEmpty()
                                    && draft.text("total").equals("0.00"),
                            draft.body().path("totals").toString());
            plot.api()
                    .as("buyer-" + uzovi)
                    .post(
                            PAYMENT,
                            "/payment-runs/" + draft.text("id") + "/withdrawals",
                            Map.of("reason", "it proposes nothing"))
                    .expect(201);
        }
    }
}
