package nl.mtvp.payment.contract.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The tables that hold what contract-service told, and nothing else. Only who owns them may empty them: the running
 * service was not granted that.
 */
@ApplicationScoped
public class ProjectionRepository {

    /** In an order in which they can be emptied. */
    public static final List<String> TABLES = List.of(
            "rho_share", "contract_offset", "clawback", "contract_end", "contract_stop", "contract_holder", "contract");

    /** How many rows a table has, and a digest over all of them. */
    public record Content(long rows, String digest) {}

    /** Keeps the feed's follower, and whoever writes lines about contracts, waiting until the transaction ends. */
    public void lock(Handle tx, String feed) {
        tx.createQuery("select events from feed_position where feed = :feed for update")
                .bind("feed", feed)
                .mapTo(Long.class)
                .findOne();
        tx.execute("lock table contract in exclusive mode");
    }

    /** @param table one of {@link #TABLES} */
    public Content content(Handle tx, String table) {
        return tx.createQuery(
                        """
                        select count(*) as rows, md5(coalesce(string_agg(t.line, chr(10) order by t.line), '')) as digest
                        from (select cast(r as text) as line from <table> r) t
                        """)
                .define("table", table)
                .map((row, context) -> new Content(row.getLong("rows"), row.getString("digest")))
                .one();
    }

    /** Empties the tables; at the end of the transaction every line must have its contract again. */
    public void empty(Handle tx) {
        tx.execute("set constraints all deferred");
        TABLES.forEach(table -> tx.execute("delete from " + table));
    }
}
