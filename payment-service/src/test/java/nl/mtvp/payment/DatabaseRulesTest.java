package nl.mtvp.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TokenResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/**
 * What the code refuses about facts and runs, the database refuses too, whoever comes past the code: for each constraint
 * a row that breaks it, and it alone. None of the rows stays.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class DatabaseRulesTest {

    /** Constraint | table, and which of its rows | what differs in a copy of that row. */
    private static final List<String[]> CASES = lines("database-rules.txt").stream()
            .filter(line -> line.contains("|"))
            .map(line -> line.split(" *\\| *"))
            .toList();

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void D37_to_D49_the_database_refuses_what_breaks_a_rule_whoever_asks() {
        var wrong = new ArrayList<String>();
        var owner = Jdbi.create(url, Sql.OWNER, Sql.OWNER);
        for (var rule : CASES) {
            var answer = owner.withHandle(answer(rule[1], rule[2]));
            if (!answer.equals(rule[0])) {
                wrong.add(rule[0] + ": a copy in " + rule[1] + " with " + rule[2] + " gave " + answer);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_rule_of_their_tables_is_tried() {
        var tried = new HashSet<String>();
        var tables = new HashSet<String>();
        for (var rule : CASES) {
            tried.add(rule[0]);
            tables.add(rule[1].split(" ")[0]);
        }
        var rules = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select conname from pg_constraint
                        where conrelid = any(cast(:tables as regclass[])) and contype in ('c', 'x', 'u')
                          and conname !~ '_check$'
                        union
                        select cast(indexrelid as regclass)::text from pg_index
                        where indrelid = any(cast(:tables as regclass[])) and indisunique and not indisprimary
                        """)
                .bind("tables", tables.toArray(String[]::new))
                .mapTo(String.class)
                .list());
        rules.removeIf(tried::contains);
        assertEquals(List.of(), rules, "add a row that breaks it to database-rules.txt");
    }

    /** The constraint that refuses a copy; or that none does. */
    private static HandleCallback<String, RuntimeException> answer(String rows, String difference) {
        return tx -> {
            tx.begin();
            lines("database-rules.sql").forEach(tx::execute);
            try {
                int added = tx.createUpdate("insert into <table> select (jsonb_populate_record(t, cast(:difference as"
                                + " jsonb))).* from <rows>")
                        .define("table", rows.split(" ")[0])
                        .define("rows", rows.replaceFirst("^(\\w+)", "$1 t"))
                        .bind("difference", difference)
                        .execute();
                return added + " rows";
            } catch (JdbiException refused) {
                return Violations.constraint(refused).orElse(refused.getMessage());
            } finally {
                tx.rollback();
            }
        };
    }

    private static List<String> lines(String resource) {
        try (var content = DatabaseRulesTest.class.getResourceAsStream(resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
