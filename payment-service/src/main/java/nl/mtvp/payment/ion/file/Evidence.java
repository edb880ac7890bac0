package nl.mtvp.payment.ion.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/** Looks a single patient up in the evidence of a delivery, which is sorted by pseudonym. */
@ApplicationScoped
public class Evidence {

    private final EvidenceStore store;
    private final EvidenceConfig config;

    Evidence(EvidenceStore store, EvidenceConfig config) {
        this.store = store;
        this.config = config;
    }

    /** The practice with which a patient was accepted; empty when they were not. */
    public Optional<Agb> practiceOf(String evidenceDigest, UUID pseudonym) {
        var spill = Path.of(System.getProperty("java.io.tmpdir"));
        try (var duck = Duck.open(config, spill);
                var statement = duck.prepareStatement("select agb from read_parquet('%s') where pseudonym = ?"
                        .formatted(Duck.quoted(store.kept(evidenceDigest))))) {
            statement.setObject(1, pseudonym);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(DeliveryLines.agb(rows, 1)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB cannot read the evidence", failure);
        }
    }
}
