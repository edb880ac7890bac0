package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.kernel.db.Sql;

/**
 * The tables that hold what contract-service told, and nothing else. Only who owns them may empty them: the running
 * service was not granted that.
 */
@ApplicationScoped
public class ProjectionRepository {

    /** In an order in which they can be emptied. */
    public static final List<String> TABLES = List.of(
            "rho_share", "contract_offset", "clawback", "contract_end", "contract_stop", "contract_holder", "contract");

    private final Sql sql;

    ProjectionRepository(Sql sql) {
        this.sql = sql;
    }

    /** How many rows a table has, and a digest over all of them. */
    public record Content(long rows, String digest) {}

    /** Keeps the feed's follower, and whoever writes lines about contracts, waiting until the transaction ends. */
    public void lock(String feed) {
        sql.query("select events from feed_position where feed = :feed for update")
                .bind("feed", feed)
                .mapTo(Long.class)
                .findOne();
        sql.execute("lock table contract in exclusive mode");
    }

    /** @param table one of {@link #TABLES} */
    public Content content(String table) {
        return sql.query(
                        """
                        select count(*) as rows, md5(coalesce(string_agg(t.line, chr(10) order by t.line), '')) as digest
                        from (select cast(r as text) as line from <table> r) t
                        """)
                .define("table", table)
                .map((row, context) -> new Content(row.getLong("rows"), row.getString("digest")))
                .one();
    }

    /** Empties the tables; at the end of the transaction every line must have its contract again. */
    public void empty() {
        sql.execute("set constraints all deferred");
        TABLES.forEach(table -> sql.execute("delete from " + table));
    }
}
