package nl.mtvp.payment.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.feed.Inbox;
import nl.mtvp.payment.contract.db.ProjectionRepository;
import nl.mtvp.payment.contract.db.ProjectionRepository.Content;

/**
 * Rebuilds everything that contract-service told from the inbox, where each event stands with the moment at which it was
 * recorded here: the same rows, recording times included. An operator's work, with the rights of the tables' owner.
 */
@ApplicationScoped
public class ContractProjection {

    private final Transactions transactions;
    private final ProjectionRepository projection;
    private final Inbox inbox;
    private final ContractFeed feed;

    ContractProjection(Transactions transactions, ProjectionRepository projection, Inbox inbox, ContractFeed feed) {
        this.transactions = transactions;
        this.projection = projection;
        this.inbox = inbox;
        this.feed = feed;
    }

    /** A table before and after: how many rows, and whether they are the same. */
    public record Rebuilt(String table, long rowsBefore, long rows, boolean same) {

        static Rebuilt of(String table, Content before, Content after) {
            return new Rebuilt(table, before.rows(), after.rows(), before.equals(after));
        }
    }

    public List<Rebuilt> rebuild() {
        return transactions.job(() -> {
            projection.lock(feed.feed());
            var before = contents();
            projection.empty();
            inbox.replay(feed);
            var after = contents();
            return ProjectionRepository.TABLES.stream()
                    .map(table -> Rebuilt.of(table, before.get(table), after.get(table)))
                    .toList();
        });
    }

    private Map<String, Content> contents() {
        var contents = new LinkedHashMap<String, Content>();
        ProjectionRepository.TABLES.forEach(table -> contents.put(table, projection.content(table)));
        return contents;
    }
}
