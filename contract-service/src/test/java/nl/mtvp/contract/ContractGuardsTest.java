package nl.mtvp.contract;

import static nl.mtvp.contract.Guards.refused;
import static nl.mtvp.contract.Guards.refusedCopy;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import nl.mtvp.contract.Guards.Row;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database holds of what is agreed beside a contract and of what is done to it, whatever the service does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ContractGuardsTest {

    @Inject
    World world;

    private String agb;
    private Row agreement;
    private String contract;

    @BeforeEach
    void a_contract_that_deducts_an_existing_agreement() {
        TestClock.at("2023-05-20");
        agb = world.admitted("3332", "2023-Q2").agb();
        var existing = made(
                buyer("3332"),
                "/v1/existing-agreements",
                Map.of(
                        "uzovi",
                        "3332",
                        "agb",
                        agb,
                        "name",
                        "Pilot meer tijd",
                        "validFrom",
                        "2022-01-01",
                        "amountPerQuarter",
                        "5000.00"));
        agreement = Row.of("existing_agreement", existing);
        postAs(buyer("3332"), "/v1/existing-agreements/" + existing + "/arrangements", Map.of("kind", "OFFSET"))
                .statusCode(201);
        contract = world.contracted("3332", agb, "2023-04-01");
    }

    @Test
    void D32_the_database_holds_the_form_of_agreements_arrangements_and_offsets() {
        refusedCopy("an_agreement_has_days", agreement, "id=new, valid_until=2022-01-01");
        refusedCopy("an_agreement_pays_something", agreement, "id=new, cents_per_quarter=0");
        refusedCopy("one_existing_agreement_per_pair", agreement, "id=new", "id=new, valid_from=2030-01-01");
        var arrangement = new Row("arrangement", agreement.condition().replace("id =", "agreement_id ="));
        refusedCopy("nothing_is_left_without_a_reason", arrangement, "id=new, kind=NONE");
        var offset = new Row("contract_offset", "contract_id = '" + contract + "'");
        refusedCopy("an_offset_has_days", offset, "id=new, offset_until=2023-04-01");
        refusedCopy("one_offset_per_contract_and_agreement", offset, "id=new");
        var days = new Row("contract_offset_days", offset.condition());
        refusedCopy("one_offset_at_a_time", days, "offset_id=new");
    }

    @Test
    void D34_the_database_holds_that_a_stop_and_a_clawback_are_two_facts_with_terms_of_their_own() {
        var stop = Row.of(
                "measure",
                made(
                        buyer("3332"),
                        "/v1/contracts/" + contract + "/stops",
                        Map.of("stoppedFrom", "2023-11-15", "hearingOpenedOn", "2023-05-01", "grounds", "breach")));
        refusedCopy("a_stop_has_its_terms_only", stop, "id=new, hearing_opened_on=null", "id=new, percentage=50");
        refusedCopy("no_stop_before_the_hearing", stop, "id=new, stopped_from=2023-04-30");
        var clawback = Row.of(
                "measure",
                made(
                        buyer("3332"),
                        "/v1/clawbacks",
                        Map.of(
                                "contractId",
                                contract,
                                "clawedBackFrom",
                                "2023-05-01",
                                "clawedBackUntil",
                                "2023-06-15",
                                "percentage",
                                "50",
                                "grounds",
                                "unlawful use")));
        refusedCopy(
                "a_clawback_has_its_terms_only",
                clawback,
                "id=new, percentage=null",
                "id=new, stopped_from=2023-11-15, hearing_opened_on=2023-11-01");
        refusedCopy("a_period_has_days", clawback, "id=new, clawed_back_until=2023-05-01");
        refusedCopy(
                "a_percentage_is_a_part",
                clawback,
                "id=new, percentage=0",
                "id=new, percentage=100.01",
                "id=new, percentage=33.333");
    }

    @Test
    void D49_the_database_holds_the_form_of_shares_and_one_at_a_time() {
        var share = Row.of(
                "rho_share",
                made(
                        signatory(agb),
                        "/v1/contracts/" + contract + "/rho-shares",
                        Map.of(
                                "shareFrom",
                                "2023-07-01",
                                "benefit",
                                "a shared assistant",
                                "consents",
                                true,
                                "percentage",
                                "12.5")));
        refusedCopy(
                "a_share_is_a_percentage_or_an_amount", share, "id=new, cents_per_ion=36", "id=new, percentage=null");
        refusedCopy(
                "a_shares_percentage_is_a_part",
                share,
                "id=new, percentage=0",
                "id=new, percentage=100.01",
                "id=new, percentage=12.555");
        refusedCopy("a_shares_amount_is_something", share, "id=new, percentage=null, cents_per_ion=0");
        refusedCopy("peildatum_check", share, "id=new, share_from=2023-08-01", "id=new, share_until=2023-12-31");
        refusedCopy("a_share_has_quarters", share, "id=new, share_until=2023-07-01");
        refusedCopy("an_early_end_is_told_whole", share, "id=new, ended_by=somebody");
        refusedCopy("one_share_at_a_time", share, "id=new");
        for (var change : new String[] {"percentage = 50", "benefit = 'none'", "consented_by = 'nobody'"}) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "update rho_share set " + change);
        }
    }

    @Test
    void D22_D31_the_database_holds_one_insurer_of_a_label_and_one_scheme_of_an_insurer() {
        var insurer = world.newUzovi();
        world.register(insurer, world.newAgb());
        var code = world.newUzovi();
        var label = Map.of("label", code, "name", "Een label", "validFrom", "2023-01-01");
        var labelRow = Row.of("insurer_label", made(buyer(insurer), "/v1/insurers/" + insurer + "/labels", label));
        refusedCopy("a_label_is_held_for_some_days", labelRow, "id=new, valid_until=2023-01-01");
        refusedCopy("one_insurer_per_label", labelRow, "id=new, uzovi=3332");
        var scheme = Row.of(
                "insurer_scheme",
                made(
                        buyer(insurer),
                        "/v1/insurers/" + insurer + "/schemes",
                        Map.of("scheme", "ZORGZWAARTE", "validFrom", "2023-01-01")));
        refusedCopy("a_scheme_is_had_for_some_days", scheme, "id=new, valid_until=2023-01-01");
        refusedCopy("one_scheme_per_insurer", scheme, "id=new, scheme=MTVP");
    }

    @Test
    void D23_the_database_holds_the_exclusions_that_exist_and_each_statement_once() {
        var stated = "insert into eligibility_statement select '" + agb
                + "', 1, true, cast('{%s}' as text[]), 'x', 'x', now(), '%s'";
        refused("only_exclusions_that_exist", stated.formatted("DEBTS", "PRACTICE"));
        refused("a_statement_has_an_author", stated.formatted("UNPAID_TAXES", "NOBODY"));
        var row = new Row("eligibility_statement", "agb = '" + agb + "'");
        byHand(stated.formatted("UNPAID_TAXES", "PRACTICE"));
        refusedCopy("one_statement_per_version", row, "author=INSURER");
    }

    private static void byHand(String sql) {
        try {
            Sql.execute(Sql.OWNER, sql);
        } catch (SQLException refused) {
            throw new AssertionError(sql, refused);
        }
    }

    private static String made(String token, String path, Map<String, ?> body) {
        return postAs(token, path, body).statusCode(201).extract().path("id");
    }
}
