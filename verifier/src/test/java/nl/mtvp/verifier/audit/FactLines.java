package nl.mtvp.verifier.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts written down by hand in the export's form, one JSON object a line. */
final class FactLines {

    private final List<Map<String, Object>> facts = new ArrayList<>();

    /** A moment of a day: noon in UTC. */
    static String noon(String day) {
        return day + "T12:00:00Z";
    }

    /** Identifiers that are the same in every run of the tests. */
    static String id(int number) {
        return new UUID(0x0188_af0c_5100_7000L, 0x9a53_0000_0000_0000L + number).toString();
    }

    FactLines contract(int number, String uzovi, String agb, String from, String known) {
        facts.add(fact(
                "CONTRACT",
                uzovi,
                id(number),
                from,
                null,
                known,
                "agb",
                agb,
                "kvk",
                "12345678",
                "rho",
                "VOORBEELD",
                "region",
                "VOORBEELD",
                "sourceKnownAt",
                noon(known)));
        return holder(number, number, uzovi, agb, from, null, known, known);
    }

    FactLines holder(
            int number, int contract, String uzovi, String agb, String from, String until, String first, String known) {
        facts.add(fact(
                "HOLDER",
                uzovi,
                id(number),
                from,
                until,
                known,
                "contractId",
                id(contract),
                "agb",
                agb,
                "kvk",
                "12345678",
                "firstKnownAt",
                noon(first),
                "sourceKnownAt",
                noon(first)));
        return this;
    }

    FactLines stop(int number, int contract, String uzovi, String from, String known) {
        facts.add(fact(
                "STOP",
                uzovi,
                id(number),
                from,
                null,
                known,
                "contractId",
                id(contract),
                "grounds",
                "no intervisie",
                "withdrawalReason",
                null,
                "sourceWithdrawnAt",
                null,
                "sourceKnownAt",
                noon(known)));
        return this;
    }

    FactLines end(int number, int contract, String uzovi, String from, String known) {
        facts.add(fact(
                "END",
                uzovi,
                id(number),
                from,
                null,
                known,
                "contractId",
                id(contract),
                "endKind",
                "NOTICE",
                "reason",
                null,
                "withdrawalReason",
                null,
                "sourceWithdrawnAt",
                null,
                "sourceKnownAt",
                noon(known)));
        return this;
    }

    FactLines clawback(
            int number, int contract, String uzovi, String from, String until, int tenThousandths, String known) {
        facts.add(fact(
                "CLAWBACK",
                uzovi,
                id(number),
                from,
                until,
                known,
                "contractId",
                id(contract),
                "tenThousandths",
                tenThousandths,
                "grounds",
                "unlawful use",
                "withdrawalReason",
                null,
                "sourceWithdrawnAt",
                null,
                "sourceKnownAt",
                noon(known)));
        return this;
    }

    FactLines offset(int number, int contract, String uzovi, long cents, String from, String known) {
        facts.add(fact(
                "OFFSET",
                uzovi,
                id(number),
                from,
                null,
                known,
                "contractId",
                id(contract),
                "agreementId",
                id(900),
                "centsPerQuarter",
                cents,
                "firstKnownAt",
                noon(known),
                "endReason",
                null,
                "sourceEndedAt",
                null,
                "sourceKnownAt",
                noon(known)));
        return this;
    }

    FactLines share(int number, int contract, String uzovi, Integer tenThousandths, Integer cents, String known) {
        facts.add(fact(
                "SHARE",
                uzovi,
                id(number),
                "2023-04-01",
                null,
                known,
                "contractId",
                id(contract),
                "rho",
                "VOORBEELD",
                "tenThousandths",
                tenThousandths,
                "centsPerIon",
                cents,
                "firstKnownAt",
                noon(known),
                "endReason",
                null,
                "sourceEndedAt",
                null,
                "sourceKnownAt",
                noon(known)));
        return this;
    }

    FactLines tariff(int number, String uzovi, long cents, String from, String known) {
        facts.add(fact(
                "TARIFF",
                uzovi,
                id(number),
                from,
                null,
                known,
                "proposalId",
                id(number + 1),
                "centsPerIon",
                cents,
                "firstKnownAt",
                noon(known)));
        return this;
    }

    /** @param counts AGB and ION in turns */
    FactLines delivery(int number, String uzovi, String peildatum, String known, Object... counts) {
        long accepted = 0;
        var lines = new ArrayList<Map<String, Object>>();
        for (int at = 0; at < counts.length; at += 2) {
            accepted += ((Number) counts[at + 1]).longValue();
            lines.add(object(
                    "kind",
                    "COUNT",
                    "uzovi",
                    uzovi,
                    "deliveryId",
                    id(number),
                    "agb",
                    counts[at],
                    "ion",
                    counts[at + 1]));
        }
        var quarter = Quarter.of(java.time.LocalDate.parse(peildatum));
        facts.add(fact(
                "DELIVERY",
                uzovi,
                id(number),
                peildatum,
                quarter.until().toString(),
                known,
                "accepted",
                accepted,
                "contentDigest",
                Written.sha256("content " + number),
                "evidenceDigest",
                Written.sha256("evidence " + number)));
        facts.addAll(lines);
        return this;
    }

    /** The last fact told with this id, which is still known, is not known any more from a day on. */
    FactLines knownUntil(int number, String until) {
        for (int at = facts.size() - 1; at >= 0; at--) {
            var fact = facts.get(at);
            if (id(number).equals(fact.get("id"))
                    && fact.get("knownUntilAt") == null
                    && !"CONTRACT".equals(fact.get("kind"))) {
                fact.put("knownUntilAt", noon(until));
                if (fact.containsKey("withdrawalReason")) {
                    fact.put("withdrawalReason", "appeal upheld");
                    fact.put("sourceWithdrawnAt", noon(until));
                }
                return this;
            }
        }
        throw new IllegalArgumentException("no fact " + number);
    }

    List<Map<String, Object>> told() {
        return facts;
    }

    /** As the checker reads them. */
    FactBook book() {
        var book = new FactBook();
        long line = 0;
        for (var fact : facts) {
            book.add(FactRow.read(new Row("facts.ndjson", ++line, (Map<?, ?>) Json.read(Written.json(fact)))));
        }
        return book;
    }

    static Instant cutOff(String day) {
        return Instant.parse(noon(day)).plusSeconds(3600);
    }

    private static Map<String, Object> fact(
            String kind, String uzovi, String id, String from, String until, String known, Object... more) {
        var fact = object(
                "kind",
                kind,
                "uzovi",
                uzovi,
                "id",
                id,
                "validFrom",
                from,
                "validUntil",
                until,
                "knownFromAt",
                noon(known),
                "knownUntilAt",
                null);
        fact.putAll(object(more));
        return fact;
    }

    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            object.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return object;
    }
}
