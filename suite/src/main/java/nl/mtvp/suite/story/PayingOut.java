package nl.mtvp.suite.story;

import static java.util.Map.entry;
import static nl.mtvp.suite.common.Json.amount;
import static nl.mtvp.suite.common.Json.text;
import static nl.mtvp.suite.common.Service.PAYMENT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.mtvp.suite.common.Answer;
import nl.mtvp.suite.common.Io;
import nl.mtvp.suite.world.World;

/** Bank accounts of a few practices, and a payout to them: everything that was booked, netted (D50, D51). */
final class PayingOut {

    private static final String UZOVI = "3332";
    private static final int PAID = 3;

    private final Plot plot;
    private final Map<String, BigDecimal> expected = new TreeMap<>();

    PayingOut(Plot plot) {
        this.plot = plot;
    }

    /** The insurer's own account, that of the example practice, and those of the first others. */
    void bankAccounts() {
        var owed = plot.books.owedBy(UZOVI);
        expected.put(World.EXAMPLE_AGB, owed.get(World.EXAMPLE_AGB));
        for (var agb : owed.keySet()) {
            if (expected.size() < PAID) {
                expected.put(agb, owed.get(agb));
            }
        }
        var owners = new ArrayList<>(expected.keySet());
        owners.add(null);
        for (int number = 0; number < owners.size(); number++) {
            account(owners.get(number), number);
        }
    }

    private void account(String agb, int number) {
        var request = new HashMap<String, Object>(Map.ofEntries(
                entry("uzovi", UZOVI),
                entry("validFrom", "2024-04-01"),
                entry("iban", iban(number)),
                entry("holderName", agb == null ? "Menzis" : "Huisartsenpraktijk " + agb),
                entry(
                        "address",
                        Map.of(
                                "street", "Dorpsstraat",
                                "buildingNumber", "1",
                                "postCode", "3401 AB",
                                "town", "IJsselstein",
                                "country", "NL")),
                entry("evidence", "a letter with a bank statement"),
                entry("evidenceDigest", "ab".repeat(32))));
        if (agb != null) {
            request.put("agb", agb);
        }
        var id = plot.as("buyer-" + UZOVI)
                .make(PAYMENT, "/bank-accounts", request)
                .text("id");
        plot.as("approver-" + UZOVI).make(PAYMENT, "/bank-accounts/" + id + "/approvals");
    }

    void payOut() {
        var total = expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var draft = plot.as("buyer-" + UZOVI).make(PAYMENT, "/payouts", Map.of("uzovi", UZOVI));
        var path = "/payouts/" + draft.text("id");
        var booked = plot.as("approver-" + UZOVI).make(PAYMENT, path + "/approvals");
        plot.amount("payout of " + UZOVI, total, new BigDecimal(booked.text("total")));
        plot.equal(
                "creditors that are held without a bank account",
                plot.books.owedBy(UZOVI).size() - PAID,
                booked.body().path("held").asInt());
        var table = new Table("practice", "end-to-end id", "euro");
        var told = new TreeMap<String, BigDecimal>();
        plot.as("auditor").all(PAYMENT, path + "/lines?held=false").forEach(line -> {
            told.put(text(line, "agb"), amount(line, "amount"));
            table.row(text(line, "agb"), text(line, "endToEndId"), told.get(text(line, "agb")));
        });
        plot.screen.table(table);
        plot.same("each practice is paid all that was booked for it", expected, told);
        file(path, booked, total);
    }

    private void file(String path, Answer booked, BigDecimal total) {
        var file = plot.as("auditor").text(PAYMENT, path + "/pain.001");
        plot.equal(
                "the payment file's digest",
                booked.body().at("/file/sha256").asText(),
                HexFormat.of().formatHex(Io.sha256().digest(file.getBytes(StandardCharsets.UTF_8))));
        plot.equal(
                "the payment file's sums and amounts",
                List.of(Integer.toString(PAID), total.toPlainString(), PAID),
                List.of(element(file, "NbOfTxs"), element(file, "CtrlSum"), (int)
                        Pattern.compile("<InstdAmt ").matcher(file).results().count()));
    }

    private static String element(String xml, String name) {
        var found = Pattern.compile("<" + name + ">([^<]*)<").matcher(xml);
        return found.find() ? found.group(1) : "no " + name;
    }

    /** Of a bank that does not exist: letters as figures, the country and no check digits last, mod 97. */
    private static String iban(int number) {
        var account = String.format("%010d", number);
        int check = 98
                - new BigInteger("29142829" + account + "232100")
                        .mod(BigInteger.valueOf(97))
                        .intValue();
        return "NL" + String.format("%02d", check) + "TEST" + account;
    }
}
