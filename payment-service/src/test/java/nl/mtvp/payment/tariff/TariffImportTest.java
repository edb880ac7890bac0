package nl.mtvp.payment.tariff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.payment.testing.PaymentApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D37: tariffs come by the line, each a proposal that somebody else approves; a faulty line spoils itself only. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TariffImportTest {

    private static final String HEADER =
            "uzovi,validFrom,validUntil,euroPerIonPerQuarter,segment,prestatiecode,ground\n";

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D37_each_good_line_is_a_proposal_and_each_other_one_says_why_not() {
        var api = new PaymentApi("5021");
        var answer = sent(
                        api,
                        "text/csv",
                        HEADER
                                + "5021,2023-04-01,2024-01-01,2.88,S3,11601,as published\n"
                                + "5021,2023-04-01,,2.885,S3,,three decimals\n"
                                + "5022,2023-04-01,,2.88,S3,,another insurer\n"
                                + "5021,2025-01-01,,3.24,S1,,above the maximum\n"
                                + "5021,2025-01-01,,3.24,S9,,no such segment\n"
                                + "5021,2024-01-01,2023-01-01,2.90,,,the wrong way round\n"
                                + "5021,2024-01-01,,2.95,,,\n"
                                + "5021,2024-01-01,,2.95,S3,a-b,with another code\n")
                .statusCode(200)
                .body("line", contains(2, 3, 4, 5, 6, 7, 8, 9))
                .body(
                        "outcome",
                        contains(
                                "PROPOSED",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED",
                                "REFUSED"))
                .body("[0].tariffId", notNullValue())
                .body("[1].tariffId", nullValue())
                .body("[1].errors[0].code", is("malformed"))
                .body("[2].errors[0].code", is("not-yours"))
                .body("[3].errors[0].code", is("above-maximum"))
                .body("[4].errors.code", contains("unknown-segment", "above-maximum"))
                .body("[5].errors[0].code", is("not-after-start"))
                .body("[6].errors", hasSize(1))
                .body("[7].errors", hasSize(1));

        String id = answer.extract().path("[0].tariffId");
        api.buyer()
                .get("/v1/tariffs/{id}", id)
                .then()
                .body("state", is("PROPOSED"))
                .body("segment", is("S3"))
                .body("prestatiecode", is("11601"))
                .body("proposedBy", is("buyer-5021"));
        api.buyer().get("/v1/tariffs").then().body("", hasSize(1));
        api.approver()
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(201)
                .body("state", is("KNOWN"));
    }

    @Test
    void D37_who_imported_does_not_approve() {
        var api = new PaymentApi("5023");
        String id = sent(
                        api,
                        "application/x-ndjson",
                        "{\"uzovi\":\"5023\",\"validFrom\":\"2023-04-01\",\"euroPerIonPerQuarter\":\"2.88\","
                                + "\"ground\":\"as published\"}\n\n{\"uzovi\":\"5023\"}\n")
                .statusCode(200)
                .body("line", contains(1, 3))
                .body("[1].errors.location", hasItem("/ground"))
                .extract()
                .path("[0].tariffId");
        PaymentApi.as(Tokens.insurer("buyer-5023", List.of("5023"), "insurer", "insurer-approver"))
                .post("/v1/tariffs/{id}/approvals", id)
                .then()
                .statusCode(403);
    }

    /** By as many statements as one line takes: the operation's row in statements.csv holds it. */
    @Test
    void D37_a_thousand_lines_are_a_thousand_proposals() {
        var api = new PaymentApi("5025");
        var line =
                "{\"uzovi\":\"5025\",\"validFrom\":\"2023-04-01\",\"euroPerIonPerQuarter\":\"%s\",\"ground\":\"g\"}\n";
        var lines = IntStream.rangeClosed(1, 1_000)
                .mapToObj(number -> line.formatted(number == 500 ? "99.00" : "2.88"))
                .collect(Collectors.joining());
        sent(api, "application/x-ndjson", lines)
                .statusCode(200)
                .body("", hasSize(1_000))
                .body("findAll { it.outcome == 'PROPOSED' }.tariffId.unique()", hasSize(999))
                .body("[499].errors.code", contains("above-maximum"));
        api.buyer().get("/v1/tariffs?limit=1000").then().body("", hasSize(999));
    }

    @Test
    void D37_a_file_without_lines_or_with_other_columns_is_refused_whole() {
        var api = new PaymentApi("5024");
        sent(api, "text/csv", HEADER).statusCode(400);
        sent(api, "text/csv", "uzovi,euro\n5024,2.88\n").statusCode(400);
        sent(api, "application/json", "{}").statusCode(415);
    }

    private static ValidatableResponse sent(PaymentApi api, String type, String lines) {
        return api.buyer()
                .contentType(type)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/tariffs/imports")
                .then();
    }
}
