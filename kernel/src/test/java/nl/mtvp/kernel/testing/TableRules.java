package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What each service holds its tables to; its own test extends this. Each rule was seen to fail. */
public abstract class TableRules {

    private static final Logger LOG = Logger.getLogger(TableRules.class);

    @Inject
    EntityManagerFactory factory;

    @Inject
    Jdbi jdbi;

    @Test
    void each_table_is_said_to_be_kept_by_entities_or_by_sql() {
        var tables = new Tables(factory, jdbi);
        LOG.info(tables.summary());
        assertEquals(tables.inDatabase(), tables.said().keySet());
        tables.said()
                .forEach((table, kept) -> assertTrue(Set.of("entity", "sql").contains(kept.way()), table));
    }

    @Test
    void a_table_kept_by_entities_has_one_and_one_kept_by_sql_none_that_writes() {
        var tables = new Tables(factory, jdbi);
        var writing = tables.mapped();
        var reading = tables.read();
        assertAll(tables.said().entrySet().stream().map(said -> () -> {
            var table = said.getKey();
            var mapped = writing.getOrDefault(table, List.of());
            if (said.getValue().byEntity()) {
                assertEquals(
                        1,
                        mapped.size() + reading.getOrDefault(table, List.of()).size(),
                        table);
            } else {
                assertEquals(List.of(), mapped, table);
            }
        }));
    }

    @Test
    void each_table_is_written_by_one_class() {
        var tables = new Tables(factory, jdbi);
        var writers = tables.writers();
        assertAll(tables.said().entrySet().stream()
                .map(said -> () -> assertTrue(
                        Set.of(said.getValue().writer()).containsAll(writers.getOrDefault(said.getKey(), Set.of())),
                        said.getKey() + " is written by " + writers.get(said.getKey()) + ", and "
                                + said.getValue().writer() + " is said to be the one")));
    }

    @Test
    void what_a_repository_refuses_by_name_is_a_constraint_of_the_database() {
        var tables = new Tables(factory, jdbi);
        var misnamed = new TreeSet<>(tables.refused());
        assertFalse(misnamed.isEmpty());
        misnamed.removeAll(tables.constraints());
        assertEquals(Set.of(), misnamed, "misspelled, or renamed by a migration");
    }
}
