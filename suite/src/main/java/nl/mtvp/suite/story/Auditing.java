package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Json.amount;
import static nl.mtvp.suite.common.Json.number;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.export.AuditExport;
import nl.mtvp.suite.stack.Stack;
import nl.mtvp.suite.story.expected.Books;
import nl.mtvp.suite.story.expected.Books.Line;
import nl.mtvp.suite.world.World;
import nl.mtvp.verifier.audit.AuditCheck;

/** An auditor asks about one practice: its history, why, what was known then, and whether the books were touched. */
final class Auditing {

    private static final String EXAMPLE = "uzovi=3332&agb=" + World.EXAMPLE_AGB;

    private final Plot plot;
    private final Stack stack;
    private List<JsonNode> answeredThen;
    private Instant askedAt;

    Auditing(Plot plot, Stack stack) {
        this.plot = plot;
        this.stack = stack;
    }

    /** Asked on the day after the first run; asked again at the end, as known at that moment. */
    void askOnTheDay() {
        askedAt = plot.clock.now();
        answeredThen = entitlements("");
        plot.screen.line(
                "  an auditor asks what is due and booked for " + World.EXAMPLE_AGB + ", and keeps the answer");
    }

    private List<JsonNode> entitlements(String knownAt) {
        var answers = new ArrayList<JsonNode>();
        for (var quarter : List.of(Quarter.Q2_2023, Quarter.Q3_2023)) {
            answers.addAll(
                    plot.as("auditor").all(PAYMENT, "/entitlements?" + EXAMPLE + "&quarter=" + quarter + knownAt));
        }
        return answers;
    }

    /** @param expected the lines that the story worked out, in the order of their runs */
    void history(List<Line> expected) {
        var payments = plot.as("auditor").all(PAYMENT, "/payments?" + EXAMPLE);
        var table = new Table("booked on", "quarter", "cause", "euro");
        payments.forEach(payment ->
                table.row(day(payment), text(payment, "quarter"), text(payment, "cause"), amount(payment, "amount")));
        plot.screen.table(table);
        plot.same(
                "history of " + World.EXAMPLE_AGB + ": every booking that was expected and no other",
                perLine(expected),
                payments.stream().map(Auditing::shown).sorted().toList());
        plot.amount(
                "history of " + World.EXAMPLE_AGB + ": its sum",
                Books.total(expected),
                payments.stream().map(payment -> amount(payment, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add));
        workedExamples(payments);
        explain(payments);
    }

    /** The amounts of domain.md, section 6, word for word: a third witness beside the service and our own sums. */
    private void workedExamples(List<JsonNode> payments) {
        example(payments, 1, "2023-08-01", "2023-Q2 RETROACTIVE 12124.80", "2023-Q3 REGULAR 12240.00");
        example(payments, 2, "2023-11-01", "2023-Q2 ION_CORRECTION -34.56", "2023-Q4 REGULAR 12268.80");
        example(
                payments,
                3,
                "2024-02-05",
                "2023-Q2 TARIFF_REVISION 293.86",
                "2023-Q3 TARIFF_REVISION 297.50",
                "2023-Q4 TARIFF_REVISION 298.20");
        example(payments, 4, "2024-03-05", "2023-Q4 COVERAGE -6420.10");
        example(payments, 5, "2024-03-05", "2023-Q4 CLAWBACK -6146.90");
        example(payments, 5, "2024-03-28", "2023-Q4 CLAWBACK 6146.90");
    }

    private void example(List<JsonNode> payments, int number, String bookedOn, String... booked) {
        var told = payments.stream()
                .filter(payment -> day(payment).toString().equals(bookedOn))
                .map(Auditing::shown)
                .toList();
        plot.that(
                "worked example " + number + ": " + String.join(", ", booked),
                told.containsAll(List.of(booked)),
                "booked on " + bookedOn + " is " + told);
    }

    private static String shown(JsonNode payment) {
        return text(payment, "quarter") + " " + text(payment, "cause") + " " + amount(payment, "amount");
    }

    private static List<String> perLine(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.parts().stream()
                        .map(part -> new Quarter(line.key().peildatum()) + " " + part.cause() + " " + part.amount()))
                .sorted()
                .toList();
    }

    /** The quarter with the most bookings: each line of it in words, and what all of it comes to. */
    private void explain(List<JsonNode> payments) {
        var perQuarter = new LinkedHashMap<String, List<JsonNode>>();
        payments.forEach(payment -> perQuarter
                .computeIfAbsent(text(payment, "quarter"), quarter -> new ArrayList<>())
                .add(payment));
        var most = perQuarter.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow();
        plot.screen.line("");
        plot.screen.line("  " + most.getKey() + ", its most corrected quarter, explained (D53):");
        var due = new ArrayList<String>();
        for (var line : new LinkedHashSet<>(Json.texts(most.getValue(), "lineId"))) {
            var explanation = plot.as("auditor").read(PAYMENT, "/explanations/" + line);
            due.add(explanation.at("/due/total").asText());
            plot.screen.line("    due " + text(explanation, "arithmetic") + "   (rules "
                    + String.join(", ", Json.MAPPER.convertValue(explanation.path("rules"), String[].class)) + ")");
            explanation
                    .path("parts")
                    .forEach(part -> plot.screen.line("      " + text(part, "cause") + ": "
                            + part.at("/sentence/en").asText()));
        }
        plot.equal("most corrected quarter of " + World.EXAMPLE_AGB, "2023-Q4", most.getKey());
        plot.equal(
                "what was due for it at each run, as explained",
                List.of("12268.80", "12567.00", "0.00", "6146.90"),
                due);
    }

    void asKnownThen() {
        var again = entitlements("&knownAt=" + askedAt);
        plot.same("as known at " + askedAt + ": word for word the answer of that day", answeredThen, again);
        plot.equal(
                "as known then: due and booked",
                List.of("2023-Q2 12124.80 12124.80", "2023-Q3 12240.00 12240.00"),
                again.stream()
                        .map(answer -> text(answer, "quarter") + " "
                                + answer.at("/due/total").asText() + " "
                                + answer.at("/booked/total").asText())
                        .toList());
        var later = plot.as("auditor").all(PAYMENT, "/payments?" + EXAMPLE + "&knownAt=" + askedAt);
        plot.equal("as known then: bookings", 2, later.size());
    }

    /** The chain of each insurer, recomputed from its entries, ends in the head that its last posting told. */
    void chains() {
        var table = new Table("insurer", "postings", "entries", "head");
        for (var uzovi : World.UZOVIS) {
            var auditor = plot.as("auditor");
            var postings = auditor.all(PAYMENT, "/postings?uzovi=" + uzovi);
            var head = postings.get(postings.size() - 1).path("head").asText();
            var verified = auditor.post(PAYMENT, "/postings/verifications", Map.of("uzovi", uzovi, "head", head))
                    .expect(200)
                    .body();
            plot.that(
                    "the chain of " + uzovi + " verifies",
                    verified.path("intact").asBoolean()
                            && text(verified, "head").equals(head),
                    verified.toString());
            table.row(uzovi, number(verified, "postings"), number(verified, "entries"), head.substring(0, 16) + "…");
        }
        plot.screen.table(table);
    }

    /** Who audits one insurer sees nothing of another. */
    void othersAreInvisible() {
        var seen = plot.as("auditor-3332").all(PAYMENT, "/payments?uzovi=3311");
        plot.equal("payments of 3311 that 3332's auditor sees", 0, seen.size());
    }

    /** Everything taken away, and computed again with a program that shares nothing with payment-service. */
    void recomputed() {
        var folder = stack.folder().root().resolve("audit-export");
        var export =
                new AuditExport(stack.address(PAYMENT), () -> stack.tokens().of("auditor"));
        var written = new ArrayList<String>();
        var taken = export.into(
                folder, new AuditExport.Query(null, null), (data, lines) -> written.add(lines + " " + data));
        plot.screen.line("  " + String.join(", ", written) + "; manifest "
                + taken.digest().substring(0, 16) + "…");
        var told = new ArrayList<String>();
        long differences = AuditCheck.differences(folder, publishedHeads(), told::add);
        plot.that(
                "an export of everything, computed again by a second implementation: 0 differences",
                differences == 0 && taken.insurers() == World.INSURERS.size(),
                String.join("\n    ", told.subList(0, Math.min(20, told.size()))));
    }

    private Map<String, String> publishedHeads() {
        var heads = new HashMap<String, String>();
        for (var posting : plot.as("auditor").all(PAYMENT, "/postings")) {
            heads.put(text(posting, "uzovi"), text(posting, "head"));
        }
        return heads;
    }

    private static LocalDate day(JsonNode payment) {
        return LocalDate.ofInstant(Instant.parse(text(payment, "bookedAt")), ZoneId.of("Europe/Amsterdam"));
    }
}
