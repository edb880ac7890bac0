package nl.mtvp.payment.audit;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** What a superuser can do who switches the fences off. Afterwards the tables are as they were. */
public final class Tampering {

    private Tampering() {}

    public static void with(List<String> tables, String statement, Runnable check) {
        // A job that adds a row meanwhile would lose it.
        var jobs = Arc.container().instance(Scheduler.class).get();
        jobs.pause();
        try {
            tampered(tables, statement, check);
        } finally {
            jobs.resume();
        }
    }

    private static void tampered(List<String> tables, String statement, Runnable check) {
        var url = ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class);
        Jdbi.create(url, "postgres", "postgres").useHandle(handle -> {
            tables.forEach(table -> handle.execute("create temp table kept_" + table + " as select * from " + table));
            try {
                unfenced(List.of(statement)).useHandle(handle);
                check.run();
            } finally {
                tables.forEach(table -> unfenced(
                                List.of("delete from " + table, restoring(table).withHandle(handle)))
                        .useHandle(handle));
                tables.forEach(table -> handle.execute("drop table kept_" + table));
            }
        });
    }

    /** Generated columns compute themselves again. */
    private static HandleCallback<String, RuntimeException> restoring(String table) {
        return handle -> {
            var columns = String.join(
                    ", ",
                    handle.createQuery(
                                    """
                                    select quote_ident(attname) from pg_attribute
                                    where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                                      and attgenerated = '' order by attnum
                                    """)
                            .bind("table", table)
                            .mapTo(String.class)
                            .list());
            return "insert into %s (%s) overriding system value select %s from kept_%s"
                    .formatted(table, columns, columns, table);
        };
    }

    private static HandleConsumer<RuntimeException> unfenced(List<String> statements) {
        return handle -> handle.useTransaction(tx -> {
            tx.execute("set local session_replication_role = replica");
            statements.forEach(tx::execute);
        });
    }
}
