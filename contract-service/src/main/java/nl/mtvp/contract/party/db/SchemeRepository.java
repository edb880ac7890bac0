package nl.mtvp.contract.party.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.party.db.InsurerFactRow.SchemeRow;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.kernel.access.Deed;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uzovi;

/** The schemes of insurers in the database, which holds that an insurer has one on any day (D31). */
@ApplicationScoped
public class SchemeRepository extends InsurerFactRepository<SchemeRow, SchemePeriod>
        implements PanacheRepositoryBase<SchemeRow, UUID> {

    /** @throws PartyRefused if the insurer has one on some of these days */
    public void add(SchemePeriod scheme, Deed recorded) {
        persist(new SchemeRow(scheme, recorded));
        Violations.translating(
                Map.of("one_scheme_per_insurer", () -> PartyRefused.schemeStands(scheme.uzovi())), this::flush);
    }

    /** The schemes of these insurers, of whatever day. */
    public List<SchemePeriod> of(Collection<Uzovi> uzovis) {
        return list("uzovi in ?1", uzovis).stream().map(SchemeRow::fact).toList();
    }
}
