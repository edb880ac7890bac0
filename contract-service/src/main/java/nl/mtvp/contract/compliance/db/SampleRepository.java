package nl.mtvp.contract.compliance.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.ReviewRefused;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;

/** Samples in the database, with seed and population, so that anybody can draw them again. */
@ApplicationScoped
public class SampleRepository implements PanacheRepositoryBase<SampleRow, UUID> {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "uzovi");

    private static final Order<SampleRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    private final Sql sql;

    SampleRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws NotFound if its insurer is not registered */
    public void add(Sample sample) {
        persist(new SampleRow(sample));
        Violations.translating(
                Map.of("compliance_sample_uzovi_fkey", () -> PartyRefused.notFound("insurer " + sample.uzovi())),
                this::flush);
        sql.update(
                        """
                        insert into compliance_sample_member (sample_id, rank, contract_id)
                        select :id, rank, contract_id
                        from unnest(:memberIds) with ordinality as drawn (contract_id, rank)
                        """)
                .bind("id", sample.id())
                .bind("memberIds", sample.members().toArray(UUID[]::new))
                .execute();
    }

    /** @throws NotFound if it is not there for who asks */
    public Sample withId(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return withMembers(find(wanted.where(), wanted.parameters()).list()).stream()
                .findFirst()
                .orElseThrow(() -> ReviewRefused.notFound(id));
    }

    /** Samples in the order in which they were drawn. */
    public Page<Sample> list(Visibility visibility, PageRequest asked) {
        var page = BY_ID.page(this, new Filters().and(visibility.hql(OWNERS)), asked);
        return new Page<>(withMembers(page.rows()), page.next());
    }

    private List<Sample> withMembers(List<SampleRow> rows) {
        var members = getEntityManager()
                .createQuery("from SampleMember m where m.sampleId in :ids order by m.rank", SampleRow.MemberRow.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(groupingBy(row -> row.sampleId, mapping(row -> row.contractId, toList())));
        return rows.stream()
                .map(row -> row.sample(members.getOrDefault(row.id, List.of())))
                .toList();
    }
}
