package nl.mtvp.payment.testing;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Where the money goes, as an insurer's two people say it: bank accounts of test creditors. */
public final class Money {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final String uzovi;
    private final PaymentApi api;

    public Money(String uzovi) {
        this.uzovi = uzovi;
        this.api = new PaymentApi(uzovi);
    }

    /** A Dutch IBAN whose check digits hold, another one for each number. */
    public static String iban(int number) {
        var account = String.format("%010d", number);
        // ABNA in figures, the account, NL in figures and no check digits yet.
        var figures = new BigInteger("10112310" + account + "232100");
        int check = 98 - figures.mod(NINETY_SEVEN).intValue();
        return "NL" + String.format("%02d", check) + "ABNA" + account;
    }

    /** @param agb null for the insurer's own account; "rho:name" for an RHO's */
    public static Map<String, Object> accountOf(String uzovi, String agb, String validFrom, String iban) {
        var request = new HashMap<String, Object>(Map.of(
                "uzovi",
                uzovi,
                "validFrom",
                validFrom,
                "iban",
                iban,
                "holderName",
                "Praktijk & Zonen Één",
                "address",
                Map.of(
                        "street",
                        "Dorpsstraat",
                        "buildingNumber",
                        "12a",
                        "postCode",
                        "3401 AB",
                        "town",
                        "IJsselstein",
                        "country",
                        "NL"),
                "evidence",
                "letter of the practice with a bank statement",
                "evidenceDigest",
                "ab".repeat(32)));
        if (agb != null && agb.startsWith("rho:")) {
            request.put("rho", agb.substring(4));
        } else if (agb != null) {
            request.put("agb", agb);
        }
        return request;
    }

    public ValidatableResponse proposeAccount(String agb, String validFrom, String iban) {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(accountOf(uzovi, agb, validFrom, iban))
                .post("/v1/bank-accounts")
                .then();
    }

    /** Proposes and approves an account, and gives its id. */
    public String account(String agb, String validFrom, String iban) {
        String id =
                proposeAccount(agb, validFrom, iban).statusCode(201).extract().path("id");
        api.approver().post("/v1/bank-accounts/{id}/approvals", id).then().statusCode(201);
        return id;
    }

    public ValidatableResponse makePayout() {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of("uzovi", uzovi))
                .post("/v1/payouts")
                .then();
    }

    public ValidatableResponse approvePayout(String id) {
        return api.approver().post("/v1/payouts/{id}/approvals", id).then();
    }

    public ValidatableResponse withdrawPayout(String id) {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "made too early"))
                .post("/v1/payouts/{id}/withdrawals", id)
                .then();
    }

    /** Makes a payout, approves it, and gives it. */
    public ValidatableResponse payout() {
        String id = makePayout().statusCode(201).extract().path("id");
        return approvePayout(id).statusCode(201);
    }

    /** On the day on which the payout was booked, if it was. */
    public ValidatableResponse recordReturn(String payout, long number) {
        String approvedAt =
                api.buyer().get("/v1/payouts/{id}", payout).then().extract().path("approvedAt");
        return recordReturn(payout, number, approvedAt == null ? "2023-07-12" : approvedAt.substring(0, 10));
    }

    public ValidatableResponse recordReturn(String payout, long number, String returnedOn) {
        return recordReturn(payout, number, returnedOn, "MS03 no reason given");
    }

    public ValidatableResponse recordReturn(String payout, long number, String returnedOn, String reason) {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of("number", number, "returnedOn", returnedOn, "reason", reason))
                .post("/v1/payouts/{id}/returns", payout)
                .then();
    }

    public ValidatableResponse lines(String payout) {
        return api.buyer()
                .queryParam("limit", 1_000)
                .get("/v1/payouts/{id}/lines", payout)
                .then()
                .statusCode(200);
    }

    public ValidatableResponse receivables() {
        return api.buyer().get("/v1/receivables").then().statusCode(200);
    }

    public ValidatableResponse takeBack(String agb, String amount) {
        return api.buyer()
                .contentType(ContentType.JSON)
                .body(Map.of("uzovi", uzovi, "agb", agb, "amount", amount, "reason", "it pays in terms"))
                .post("/v1/receivables/collection-returns")
                .then();
    }

    /** The bytes of a payout's file. */
    public byte[] file(String payout) {
        return api.buyer()
                .get("/v1/payouts/{id}/pain.001", payout)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asByteArray();
    }
}
