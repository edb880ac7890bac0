package nl.mtvp.payment.ion;

import static nl.mtvp.payment.testing.Registrations.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.OpenTransaction;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.db.ConflictRepository;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D39: one patient at two insurers on one peildatum; each learns that, and nothing of the other's line. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ConflictTest {

    /** Peildata of other tests have patients with equal pseudonyms. */
    private static final String PEILDATUM = "2023-01-01";

    private static final String BOTH = "00000000-0000-4000-8000-000000083001";
    private static final String ANOTHER = "00000000-0000-4000-8000-000000083009";
    private static final String ALL = "00000000-0000-4000-8000-000000083002";

    @Inject
    ConflictRepository repository;

    @Inject
    Transactions transactions;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void setClock() {
        TestClock.at("2023-05-01");
    }

    @Test
    void D39_each_insurer_sees_its_own_line_once_and_both_count() {
        var one = new PaymentApi("8301");
        var two = new PaymentApi("8302");
        var three = new PaymentApi("8303");
        deliver(one, PEILDATUM, line(BOTH, "01830101", "2020-01-01"), line(ALL, "01830102", "2020-02-01"), own(1));
        conflicts(one).body("", empty());
        String second = deliver(
                two, PEILDATUM, line(BOTH, "01830201", "2020-06-01"), line(ALL, "01830101", "2019-01-01"), own(2));
        deliver(three, PEILDATUM, line(ALL, "01830102", "2020-02-01"), own(3));

        conflicts(one)
                .body("", hasSize(2))
                .body("find { it.pseudonym == '" + BOTH + "' }.agb", is("01830101"))
                .body("find { it.pseudonym == '" + BOTH + "' }.registeredOn", is("2020-01-01"))
                .body("find { it.pseudonym == '" + ALL + "' }.agb", is("01830102"));
        var seen = conflicts(two)
                .body("", hasSize(2))
                .body("uzovi", contains("8302", "8302"))
                .body("deliveryId", contains(second, second))
                .body("find { it.pseudonym == '" + BOTH + "' }.agb", is("01830201"))
                .extract();
        assertEquals(
                Set.of("id", "uzovi", "peildatum", "deliveryId", "pseudonym", "agb", "registeredOn", "foundAt"),
                seen.<Map<String, Object>>path("[0]").keySet());
        conflicts(two).body(not(containsString("2020-01-01"))).body(not(containsString("01830102")));
        conflicts(three).body("pseudonym", contains(ALL));
        counts(second, 3);

        // The second insurer withdraws the patient of two: with that, the first one's line is alone again.
        deliver(two, PEILDATUM, line(ALL, "01830101", "2019-01-01"), own(2));
        conflicts(one).body("pseudonym", contains(ALL));
        conflicts(two).body("pseudonym", contains(ALL));
        deliver(three, PEILDATUM, own(3));
        deliver(two, PEILDATUM, own(2));
        conflicts(one).body("", empty());
    }

    @Test
    void D39_another_peildatum_and_a_line_that_is_refused_are_no_conflict() {
        var one = new PaymentApi("8304");
        var two = new PaymentApi("8305");
        deliver(one, PEILDATUM, line(ANOTHER, "01830401", "2020-01-01"));
        deliver(two, "2023-04-01", line(ANOTHER, "01830401", "2020-01-01"));
        deliver(two, PEILDATUM, line(ANOTHER, "02830401", "2020-01-01"), own(5));
        conflicts(one).body("", empty());
        conflicts(two).body("", empty());
    }

    @Test
    void D39_deliveries_of_one_peildatum_are_compared_one_after_another() throws Exception {
        var quarter = Quarters.of("2021-Q4");
        try (var first = new OpenTransaction()) {
            first.perform(() -> repository.lock(quarter));
            transactions.perform(() -> repository.lock(quarter.plusQuarters(1)));
            var second = CompletableFuture.runAsync(() -> transactions.perform(() -> repository.lock(quarter)));
            assertThrows(TimeoutException.class, () -> second.get(300, TimeUnit.MILLISECONDS));
            first.commit();
            second.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void D39_who_is_no_insurer_sees_no_conflict() {
        var api = new PaymentApi("8308");
        api.auditor().get("/v1/ion-conflicts").then().statusCode(403);
        PaymentApi.as(Tokens.practice("p", List.of("01830101"), "12345678", "practice"))
                .get("/v1/ion-conflicts")
                .then()
                .statusCode(403);
        api.buyer()
                .queryParam("peildatum", "soon")
                .get("/v1/ion-conflicts")
                .then()
                .statusCode(400);
    }

    private static String own(int insurer) {
        return line("00000000-0000-4000-8000-00000008310" + insurer, "01830101", "2020-01-01");
    }

    private static String deliver(PaymentApi api, String peildatum, String... lines) {
        return api.deliver(peildatum, Registrations.of(lines))
                .body("status", is("ACCEPTED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse conflicts(PaymentApi api) {
        return api.buyer()
                .queryParam("limit", 1_000)
                .get("/v1/ion-conflicts")
                .then()
                .statusCode(200);
    }

    private void counts(String delivery, int ion) {
        int counted = jdbi.withHandle(
                handle -> handle.createQuery("select sum(ion) from ion_count where delivery_id = cast(:id as uuid)")
                        .bind("id", delivery)
                        .mapTo(Integer.class)
                        .one());
        assertEquals(ion, counted);
    }
}
