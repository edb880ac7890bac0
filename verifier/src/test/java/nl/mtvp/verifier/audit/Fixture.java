package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.mtvp.verifier.audit.FactLines.id;
import static nl.mtvp.verifier.audit.FactLines.object;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A small export with every kind of fact and posting, written by none of the services: two insurers, three practices,
 * five runs, and settlements that pay out, hand over, take back, return and move to a successor.
 */
final class Fixture {

    static final Instant KNOWN_AT = FactLines.cutOff("2024-06-01");

    private final FactBook book;
    private final Map<String, List<Map<String, Object>>> files = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> entries = new TreeMap<>();
    private final Map<String, ExportFolder.Head> heads = new TreeMap<>();
    private int last = 500;

    private Fixture(FactLines facts) {
        book = facts.book();
        ExportFolder.DATA.forEach(data -> files.put(data + ".ndjson", new ArrayList<>()));
        files.get("facts.ndjson").addAll(facts.told());
    }

    static Fixture made() {
        var facts = new FactLines();
        for (var uzovi : List.of("3332", "7095")) {
            int first = uzovi.equals("3332") ? 0 : 200;
            facts.contract(first + 1, uzovi, "01999901", "2023-04-01", "2023-06-12")
                    .contract(first + 2, uzovi, "01999902", "2023-07-01", "2023-06-13")
                    .tariff(first + 10, uzovi, 288, "2023-04-01", "2023-03-27")
                    .knownUntil(first + 10, "2024-02-01")
                    .tariff(first + 12, uzovi, 295, "2023-04-01", "2024-02-01")
                    .delivery(first + 20, uzovi, "2023-04-01", "2023-07-10", "01999901", 4_210)
                    .knownUntil(first + 20, "2023-10-10")
                    .delivery(first + 21, uzovi, "2023-07-01", "2023-07-10", "01999901", 4_250, "01999902", 2_000)
                    .delivery(first + 22, uzovi, "2023-10-01", "2023-10-10", "01999901", 4_260, "01999903", 2_010)
                    .delivery(first + 23, uzovi, "2023-04-01", "2023-10-10", "01999901", 4_198, "01999904", 7)
                    .stop(first + 30, first + 1, uzovi, "2023-11-15", "2024-03-01")
                    .clawback(first + 31, first + 1, uzovi, "2023-10-01", "2023-11-15", 10_000, "2024-03-02")
                    .knownUntil(first + 31, "2024-03-25")
                    .share(first + 40, first + 1, uzovi, 1_250, null, "2023-06-14")
                    .share(first + 41, first + 2, uzovi, null, 30, "2023-06-14")
                    .offset(first + 50, first + 2, uzovi, 100_000, "2023-07-01", "2023-06-15")
                    .end(first + 32, first + 2, uzovi, "2024-01-01", "2023-12-20")
                    .knownUntil(first + 2, "2023-10-05")
                    .holder(
                            first + 2,
                            first + 2,
                            uzovi,
                            "01999902",
                            "2023-07-01",
                            "2023-10-01",
                            "2023-06-13",
                            "2023-10-05")
                    .holder(first + 60, first + 2, uzovi, "01999903", "2023-10-01", null, "2023-10-05", "2023-10-05");
        }
        var fixture = new Fixture(facts);
        for (var uzovi : List.of("3332", "7095")) {
            fixture.run(uzovi, "2023-Q3", "2023-08-01");
            fixture.settle(
                    uzovi, "2023-Q3", "2023-08-10", "PAYOUT:agb:01999901:2000000", "PAYOUT:rho:VOORBEELD:300000");
            fixture.settle(uzovi, "2023-Q3", "2023-08-20", "PAYOUT_RETURNED:agb:01999901:2000000");
            fixture.run(uzovi, "2023-Q4", "2023-11-01");
            fixture.settle(
                    uzovi, "2023-Q4", "2023-11-02", "SUCCESSION:agb:01999902:1000", "SUCCESSION:agb:01999903:-1000");
            fixture.settle(uzovi, "2023-Q4", "2023-11-10", "PAYOUT:agb:01999901:3100000");
            fixture.run(uzovi, "2023-Q4", "2024-02-05");
            fixture.run(uzovi, "2023-Q4", "2024-03-05");
            fixture.settle(
                    uzovi,
                    "2023-Q4",
                    "2024-03-10",
                    "TO_COLLECTION:agb:01999901:500",
                    "FROM_COLLECTION:agb:01999901:200");
            fixture.run(uzovi, "2024-Q1", "2024-03-28");
        }
        return fixture;
    }

    Map<String, List<Map<String, Object>>> files() {
        return files;
    }

    private void run(String uzovi, String quarter, String day) {
        var run = new Run(
                UUID.fromString(id(++last)),
                uzovi,
                Quarter.parse(quarter),
                FactLines.cutOff(day),
                "",
                "",
                null,
                "",
                null,
                null,
                "");
        var hashed = new StringBuilder("proposal|" + uzovi + "|" + quarter + "\n");
        var booked = new ArrayList<Map<String, Object>>();
        for (var line : Expected.of(run, book)) {
            var lineId = id(++last);
            hashed.append(line.canonical());
            files.get("lines.ndjson").add(line(run, line, lineId));
            for (var part : line.parts()) {
                var scheme = "scheme:" + uzovi;
                var creditor = line.creditor(part);
                booked.add(object(
                        "quarter",
                        line.inputs().quarter(),
                        "cause",
                        part.cause(),
                        "component",
                        part.component(),
                        "debit",
                        part.cents() > 0 ? scheme : creditor,
                        "credit",
                        part.cents() > 0 ? creditor : scheme,
                        "cents",
                        Math.abs(part.cents()),
                        "uzovi",
                        uzovi,
                        "agb",
                        line.agb(),
                        "contractId",
                        line.contract().id,
                        "lineId",
                        lineId));
            }
            line.posted(UUID.fromString(lineId));
        }
        var postedAt = run.cutOff().plusSeconds(600);
        files.get("runs.ndjson")
                .add(object(
                        "id",
                        run.id(),
                        "uzovi",
                        uzovi,
                        "quarter",
                        quarter,
                        "cutOffAt",
                        run.cutOff(),
                        "proposalHash",
                        Written.sha256(hashed.toString()),
                        "madeBy",
                        "maker",
                        "madeAt",
                        run.cutOff(),
                        "approvedBy",
                        "approver",
                        "approvedAt",
                        run.cutOff().plusSeconds(300),
                        "postedAt",
                        postedAt));
        post(uzovi, "RUN", run.id(), postedAt, booked);
    }

    private static Map<String, Object> line(Run run, Expected line, String lineId) {
        return object(
                "id",
                lineId,
                "runId",
                run.id(),
                "uzovi",
                run.uzovi(),
                "contractId",
                line.contract().id,
                "agb",
                line.agb(),
                "quarter",
                line.inputs().quarter(),
                "facts",
                facts(line.inputs()),
                "duePractice",
                line.due().practice(),
                "dueRho",
                line.due().rho(),
                "previousLineId",
                line.previousLineId(),
                "zeroReason",
                line.zeroReason(),
                "parts",
                line.parts().stream()
                        .map(part ->
                                object("cause", part.cause(), "component", part.component(), "cents", part.cents()))
                        .toList());
    }

    private static Map<String, Object> facts(Inputs inputs) {
        return object(
                "quarter",
                inputs.quarter(),
                "holder",
                from("agb", inputs.holder()),
                "count",
                from("ion", inputs.ion()),
                "tariff",
                from("centsPerIon", inputs.tariff()),
                "inForce",
                object(
                        "from",
                        inputs.from(),
                        "until",
                        inputs.until(),
                        "sources",
                        inputs.inForce().stream().map(Fixture::source).toList()),
                "clawbacks",
                inputs.clawbacks().stream()
                        .map(taken -> object(
                                "from",
                                taken.from(),
                                "until",
                                taken.until(),
                                "tenThousandths",
                                taken.tenThousandths(),
                                "source",
                                source(taken.source())))
                        .toList(),
                "offset",
                from("centsPerQuarter", inputs.offset()),
                "share",
                inputs.share() == null
                        ? null
                        : object(
                                "rho",
                                inputs.share().value().rho(),
                                "tenThousandths",
                                inputs.share().value().tenThousandths(),
                                "centsPerIon",
                                inputs.share().value().centsPerIon(),
                                "source",
                                source(inputs.share().source())));
    }

    private static Map<String, Object> from(String name, Inputs.From<?> from) {
        return from == null ? null : object(name, from.value(), "source", source(from.source()));
    }

    private static Map<String, Object> source(Source source) {
        return object("id", source.id(), "knownAt", source.knownAt(), "sourceKnownAt", source.sourceKnownAt());
    }

    /** @param moves cause, creditor and cents; below zero for what a successor gets */
    private void settle(String uzovi, String quarter, String day, String... moves) {
        var booked = new ArrayList<Map<String, Object>>();
        for (var move : moves) {
            var words = move.split(":");
            var creditor = "creditor:" + uzovi + ":" + words[1] + ":" + words[2];
            long cents = Long.parseLong(words[3]);
            var other =
                    switch (words[0]) {
                        case "PAYOUT", "PAYOUT_RETURNED" -> "bank:" + uzovi;
                        case "SUCCESSION" -> "succession:" + uzovi;
                        default -> "collection:" + uzovi;
                    };
            boolean toCreditor = words[0].equals("PAYOUT_RETURNED") || words[0].equals("TO_COLLECTION") || cents < 0;
            booked.add(object(
                    "quarter",
                    quarter,
                    "cause",
                    words[0],
                    "component",
                    null,
                    "debit",
                    toCreditor ? other : creditor,
                    "credit",
                    toCreditor ? creditor : other,
                    "cents",
                    Math.abs(cents),
                    "uzovi",
                    uzovi,
                    "agb",
                    words[1].equals("agb") ? words[2] : null,
                    "contractId",
                    null,
                    "lineId",
                    null));
        }
        post(uzovi, "SETTLEMENT", null, FactLines.cutOff(day), booked);
    }

    private void post(String uzovi, String kind, UUID run, Instant bookedAt, List<Map<String, Object>> booked) {
        var posting = id(++last);
        var canonical = new StringBuilder();
        long number = 0;
        for (var entry : booked) {
            var numbered = object("postingId", posting, "number", ++number);
            numbered.putAll(entry);
            files.get("entries.ndjson").add(numbered);
            canonical.append(Entry.read(new Row("", 0, (Map<?, ?>) Json.read(Written.json(numbered))))
                    .canonical());
        }
        var before = heads.getOrDefault(uzovi, new ExportFolder.Head(uzovi, 0, Hashes.GENESIS));
        var digest = Written.sha256(canonical.toString());
        var head = Hashes.head(before.head(), digest);
        files.get("postings.ndjson")
                .add(object(
                        "id",
                        posting,
                        "uzovi",
                        uzovi,
                        "number",
                        before.postings() + 1,
                        "kind",
                        kind,
                        "runId",
                        run,
                        "entries",
                        number,
                        "digest",
                        digest,
                        "previousHead",
                        before.head(),
                        "head",
                        head,
                        "bookedAt",
                        bookedAt));
        heads.put(uzovi, new ExportFolder.Head(uzovi, before.postings() + 1, head));
    }

    /** Writes it as it stands, with a manifest that fits. */
    void write(Path folder) throws IOException {
        var export = ExportFolder.create(folder);
        for (var file : files.entrySet()) {
            var lines = file.getValue().stream()
                    .map(row -> Written.json(row) + "\n")
                    .collect(Collectors.joining());
            var data = file.getKey().substring(0, file.getKey().indexOf('.'));
            export.write(data, new ByteArrayInputStream(lines.getBytes(UTF_8)));
        }
        export.finish(KNOWN_AT, List.copyOf(heads.values()));
    }

    Map<String, ExportFolder.Head> heads() {
        return heads;
    }
}
