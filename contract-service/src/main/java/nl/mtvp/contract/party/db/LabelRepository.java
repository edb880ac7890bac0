package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.party.db.InsurerFactRow.LabelRow;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Deed;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uzovi;

/** The labels of insurers in the database, which holds that one belongs to one insurer on any day (D22). */
@ApplicationScoped
public class LabelRepository extends InsurerFactRepository<LabelRow, Label>
        implements PanacheRepositoryBase<LabelRow, UUID> {

    /** @throws PartyRefused if it belongs to an insurer on some of these days */
    public void add(Label label, Deed recorded) {
        persist(new LabelRow(label, recorded));
        Violations.translating(
                Map.of("one_insurer_per_label", () -> PartyRefused.labelTaken(label.label())), this::flush);
    }

    /** What is on record of these codes as labels of insurers, of whatever day. */
    public List<Label> withCodes(Collection<Uzovi> codes) {
        return list("label in ?1", codes).stream().map(LabelRow::fact).toList();
    }
}
