package nl.mtvp.contract.succession.rest;

import static nl.mtvp.contract.World.buyer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class SuccessionDatabaseTest extends SuccessionTest {

    @Test
    void D35_the_database_holds_that_one_follows_one_and_four_eyes_too() {
        var id = proposed(buyer("3332"), newAgb, "2023-10-01").replaceAll(".*/", "");
        refused("four_eyes_on_a_succession", confirmation("new_agb", "proposed_by"), id);
        confirmed(newAgb, "2023-10-01");
        var split = sibling(agb);
        var second = transactions.run(() -> sql.query(
                        """
                        insert into succession select gen_random_uuid(), contract_id, old_agb, :split, succeeds_from,
                            grounds, proposed_for, proposed_by, proposed_with, proposed_at
                        from succession where id = cast(:id as uuid) returning cast(id as text)
                        """)
                .bind("split", split)
                .bind("id", id)
                .mapTo(String.class)
                .one());
        refused("one_succession_per_day", confirmation("new_agb", "'other'"), second);
        refused(
                "nobody_succeeds_themselves",
                """
                insert into succession select gen_random_uuid(), contract_id, old_agb, old_agb, succeeds_from, grounds,
                    proposed_for, proposed_by, proposed_with, proposed_at
                from succession where id = cast(:id as uuid)
                """,
                id);
        var elsewhere = world.admitted("3332", "2023-Q3").agb();
        transactions.perform(() -> sql.update(
                        """
                        insert into succession select gen_random_uuid(), contract_id, :elsewhere, new_agb,
                            date '2024-01-01', 'elsewhere', proposed_for, proposed_by, proposed_with, proposed_at
                        from succession where id = cast(:id as uuid)
                        """)
                .bind("elsewhere", elsewhere)
                .bind("id", id)
                .execute());
        refused(
                "one_agb_follows_one",
                """
                insert into succession_confirmation select id, contract_id, old_agb, new_agb, succeeds_from, proposed_by,
                    'other', 'x', proposed_at
                from succession where contract_id = (select contract_id from succession where id = cast(:id as uuid))
                    and grounds = 'elsewhere'
                """,
                id);
        assertThrows(
                RuntimeException.class,
                () -> transactions.perform(() -> sql.execute("delete from succession_confirmation")),
                "a succession is never erased");
    }

    private static String confirmation(String newAgb, String by) {
        return "insert into succession_confirmation select id, contract_id, old_agb, " + newAgb + ", succeeds_from,"
                + " proposed_by, " + by + ", 'x', proposed_at from succession where id = cast(:id as uuid)";
    }

    private void refused(String constraint, String sql, String id) {
        var refused = assertThrows(
                RuntimeException.class,
                () -> transactions.perform(
                        () -> this.sql.update(sql).bind("id", id).execute()));
        assertEquals(constraint, Violations.constraint(refused).orElseThrow());
    }
}
