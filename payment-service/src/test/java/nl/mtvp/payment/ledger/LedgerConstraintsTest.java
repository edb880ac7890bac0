package nl.mtvp.payment.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.testing.Bookings;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D48, P11: what no posting, no entry and no seal of who did what can be, whoever writes it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class LedgerConstraintsTest {

    private static boolean booked;

    @Inject
    Bookings bookings;

    @Inject
    ContractEvents contracts;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void book() {
        TestClock.at("2023-07-10");
        if (!booked) {
            bookings.run("7055", Map.of(contracts.accepted("7055", "01705501", "2023-07-01"), 1_00L));
            new PaymentApi("7055").proposeTariff("2023-04-01", "2.88");
            new PaymentApi("7055").auditor().get("/v1/audit-records").then().statusCode(200);
            booked = true;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    one_posting_per_place_in_the_chain ; 1, 'SETTLEMENT', null, digest, sha256(digest || digest)
                    the_chain_does_not_fork            ; 2, 'SETTLEMENT', null, previous_head, sha256(previous_head || digest)
                    a_run_is_posted_once               ; 2, kind, run_id, digest, sha256(digest || digest)
                    the_head_seals_the_digest          ; 2, 'SETTLEMENT', null, head, digest
                    a_posting_is_of_a_kind             ; 2, 'GIFT', null, head, sha256(head || digest)
                    only_a_run_posts_a_run             ; 2, 'SETTLEMENT', run_id, head, sha256(head || digest)
                    """)
    void D48_the_database_refuses_a_posting_that_does_not_fit_the_chain(String constraint, String values) {
        assertEquals(
                constraint,
                violated(
                        "insert into posting (id, uzovi, entries, digest, booked_at, number, kind, run_id, previous_head,"
                                + " head) select gen_random_uuid(), uzovi, entries, digest, booked_at, " + values
                                + " from posting where uzovi = '7055'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    a_line_is_of_a_practice             ; posting_id, null, 'RHO', 'creditor:7055:rho:x', 1, line_id
                    a_component_is_paid_to_its_creditor ; posting_id, agb, 'PRACTICE', 'creditor:7055:rho:x', 1, line_id
                    ledger_entry_component_check        ; posting_id, agb, 'BOTH', credit, 1, line_id
                    ledger_entry_cents_check            ; posting_id, agb, component, credit, 0, line_id
                    ledger_entry_line_id_fkey           ; posting_id, agb, component, credit, 1, gen_random_uuid()
                    ledger_entry_posting_id_fkey        ; gen_random_uuid(), agb, component, credit, 1, line_id
                    """)
    void D48_the_database_refuses_an_entry_without_line_posting_or_amount(String constraint, String values) {
        assertEquals(
                constraint,
                violated("insert into ledger_entry (number, uzovi, contract_id, quarter, cause, debit, posting_id, agb,"
                        + " component, credit, cents, line_id) select 2, uzovi, contract_id, quarter, cause, debit, "
                        + values + " from ledger_entry where uzovi = '7055'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    audit_seal_sequence_key         ; sequence, digest, sha256(digest || digest)
                    the_audit_chain_does_not_fork   ; -1, previous_head, sha256(previous_head || digest)
                    the_audit_head_seals_the_digest ; -1, digest, digest
                    """)
    void P11_the_database_refuses_a_seal_that_does_not_fit_the_chain_of_records(String constraint, String values) {
        assertEquals(
                constraint,
                violated("insert into audit_seal (position, digest, sequence, previous_head, head)"
                        + " select 1000000, digest, " + values + " from audit_seal where position = 1"));
    }

    private String violated(String statement) {
        var violation = assertThrows(
                UnableToExecuteStatementException.class, () -> jdbi.useHandle(handle -> handle.execute(statement)));
        return Violations.constraint(violation).orElseThrow();
    }
}
