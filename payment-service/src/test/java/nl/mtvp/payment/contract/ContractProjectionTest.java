package nl.mtvp.payment.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.payment.contract.db.ProjectionRepository;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that contract-service told can be rebuilt from the inbox: the same rows, recording times included (P9). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class ContractProjectionTest {

    @Inject
    ContractEvents contracts;

    @Inject
    ContractProjection projection;

    @Inject
    Transactions transactions;

    @Inject
    nl.mtvp.kernel.db.Sql sql;

    @Inject
    Jdbi jdbi;

    private TestClock clock;

    @BeforeEach
    void setClock() {
        clock = TestClock.at("2024-03-01");
    }

    @Test
    void P9_all_rows_are_the_same_after_a_rebuild_from_the_inbox_with_both_dates() {
        everyKindOfFact();
        var before = jdbi.withHandle(rows());
        before.forEach((table, rows) -> assertFalse(rows.isEmpty(), table));
        var rebuilt = rebuiltAsOwner();
        assertEquals(before, jdbi.withHandle(rows()));
        assertEquals(
                ProjectionRepository.TABLES,
                rebuilt.stream().map(ContractProjection.Rebuilt::table).toList());
        assertTrue(rebuilt.stream().allMatch(ContractProjection.Rebuilt::same), rebuilt.toString());
    }

    @Test
    void a_row_that_the_inbox_does_not_tell_is_gone_after_a_rebuild_and_reported() {
        var contract = contracts.accepted("8007", "01800701", "2023-04-01");
        var told = jdbi.withHandle(rows());
        asOwner().useHandle(tx -> tx.createUpdate(
                        """
                        insert into contract_stop (id, contract_id, uzovi, valid, grounds, known, known_at_source)
                        select gen_random_uuid(), id, uzovi, daterange('2023-05-01', null), 'nobody told', known,
                            known_at_source from contract where id = :id
                        """)
                .bind("id", contract.id())
                .execute());
        var changed = rebuiltAsOwner().stream()
                .filter(rebuilt -> !rebuilt.same())
                .map(ContractProjection.Rebuilt::table)
                .toList();
        assertEquals(List.of("contract_stop"), changed);
        assertEquals(told, jdbi.withHandle(rows()));
    }

    @Test
    void the_running_service_may_not_empty_the_projection() throws Exception {
        assertThrows(RuntimeException.class, projection::rebuild);
        for (var table : ProjectionRepository.TABLES) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "delete from " + table);
        }
    }

    /** As the operator's command does it, whose connection is the owner's. */
    private List<ContractProjection.Rebuilt> rebuiltAsOwner() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        var superuser = Jdbi.create(url, "postgres", "postgres");
        superuser.useHandle(handle -> handle.execute("grant owner to app with inherit false, set true"));
        try {
            return transactions.run(() -> {
                sql.execute("set local role owner");
                return projection.rebuild();
            });
        } finally {
            superuser.useHandle(handle -> handle.execute("revoke owner from app"));
        }
    }

    private void everyKindOfFact() {
        var contract = contracts.accepted("8006", "01800601", "2023-04-01");
        contracts.followed("8006", "01800602", "2023-04-01");
        new PaymentApi("8006").tariff("2023-04-01", "2.88");
        new PaymentApi("8006").deliver("2023-04-01", Registrations.of(Map.of("01800601", 3)));
        // Lines refer to contracts.
        new PaymentApi("8006").run("2023-Q2");
        var stop = contracts.stopped(contract, "2023-11-15");
        var clawback = contracts.clawback(contract, "2023-10-01", "2023-11-15", "33.33");
        var end = contracts.ended(contract, "2024-01-01");
        contracts.ended(contract, "2024-04-01");
        var offset = contracts.offset(contract, "2023-04-01", null, "5000.00");
        var share = contracts.share(contract, "2023-07-01", "2024-07-01", "12.5");
        contracts.sharePerIon(contract, "2024-07-01", null, "0.25");
        clock.moveTo("2024-04-01");
        contracts.endWithdrawn(contract, end);
        contracts.stopWithdrawn(contract, stop);
        contracts.clawbackWithdrawn(contract, clawback);
        contracts.offsetEnded(contract, offset, "2023-10-01");
        contracts.shareEnded(contract, share, "2024-01-01");
        contracts.succeeded(contracts.succeeded(contract, "01800603", "2023-10-01"), "01800604", "2024-01-01");
        contracts.annulled(contract);
    }

    private static HandleCallback<Map<String, List<String>>, RuntimeException> rows() {
        return handle -> {
            var rows = new TreeMap<String, List<String>>();
            for (var table : ProjectionRepository.TABLES) {
                rows.put(
                        table,
                        handle.createQuery("select cast(row_to_json(t) as text) from " + table + " t order by 1")
                                .mapTo(String.class)
                                .list());
            }
            return rows;
        };
    }

    /** As an operator, whose command has the owner's rights. */
    private static Jdbi asOwner() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return Jdbi.create(url, Sql.OWNER, Sql.OWNER);
    }
}
