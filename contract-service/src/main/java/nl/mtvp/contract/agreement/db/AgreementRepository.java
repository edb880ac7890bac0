package nl.mtvp.contract.agreement.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.contract.agreement.db.AgreementRow.ArrangementRow;
import nl.mtvp.contract.agreement.db.AgreementRow.WithdrawalRow;
import nl.mtvp.contract.agreement.domain.AgreementRefused;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ExistingAgreement;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.contract.domain.Withdrawal;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;

/** Existing agreements and what was arranged for them, in the database; every arrangement stays. */
@ApplicationScoped
public class AgreementRepository implements PanacheRepositoryBase<AgreementRow, UUID> {

    private static final Order<AgreementRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);
    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "uzovi", Owner.PRACTICE, "agb");

    private final Sql sql;

    AgreementRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws AgreementRefused if one of the pair is registered for some of these days */
    public void add(ExistingAgreement agreement, Signature by) {
        persist(new AgreementRow(agreement, by));
        Violations.translating(Map.of("one_existing_agreement_per_pair", AgreementRefused::overlaps), this::flush);
    }

    public void add(UUID agreementId, Arrangement arrangement) {
        getEntityManager().persist(new ArrangementRow(agreementId, arrangement));
    }

    /** @throws AgreementRefused if somebody was faster */
    public void addWithdrawal(UUID agreementId, Withdrawal withdrawal) {
        getEntityManager().persist(new WithdrawalRow(agreementId, withdrawal));
        Violations.translating(Map.of("existing_agreement_withdrawal_pkey", AgreementRefused::withdrawn), this::flush);
    }

    /** The agreement, if it is there for who asks. */
    public Optional<ExistingAgreement> find(UUID id, Visibility visibility) {
        return row(id, visibility).map(row -> whole(List.of(row)).apply(row));
    }

    /** The same, its pair locked before it is read what became of it. */
    public Optional<ExistingAgreement> locked(UUID id, Visibility visibility) {
        return row(id, visibility).map(row -> {
            lock(row.uzovi, row.agb);
            return whole(List.of(row)).apply(row);
        });
    }

    /** The existing agreements between these insurers and practices, which may be thousands, that were not withdrawn. */
    public List<ExistingAgreement> of(Collection<Uzovi> uzovis, Collection<Agb> agbs) {
        var ids = sql.query("select id from existing_agreement where uzovi = any(:uzovis) and agb = any(:agbs)")
                .bind("uzovis", uzovis.stream().map(Uzovi::code).toArray(String[]::new))
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .mapTo(UUID.class)
                .list();
        var rows = of(ids, "from ExistingAgreement where id in :ids order by id", AgreementRow.class);
        return rows.stream()
                .map(whole(rows))
                .filter(agreement -> agreement.withdrawn().isEmpty())
                .toList();
    }

    /**
     * Until the end of the transaction nobody else registers or arranges agreements of this pair, nor makes a contract
     * of it: so none of them misses the other.
     */
    public void lock(Uzovi uzovi, Agb agb) {
        sql.query("select 1 from pg_advisory_xact_lock(hashtextextended('existing-agreement/' || :pair, 0))")
                .bind("pair", uzovi + "/" + agb)
                .mapTo(Integer.class)
                .one();
    }

    /** Agreements in the order in which they were registered; what is null does not narrow. */
    public Page<ExistingAgreement> list(Uzovi uzovi, Agb agb, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(OWNERS))
                .and("uzovi = :uzovi", "uzovi", uzovi)
                .and("agb = :agb", "agb", agb);
        var page = BY_ID.page(this, wanted, asked);
        return page.map(whole(page.rows()));
    }

    private Optional<AgreementRow> row(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(wanted.where(), wanted.parameters()).singleResultOptional();
    }

    /** Tells each of these rows with what became of it, as that is now. */
    private Function<AgreementRow, ExistingAgreement> whole(List<AgreementRow> rows) {
        var ids = rows.stream().map(row -> row.id).toList();
        var arrangements = new HashMap<UUID, Arrangement>();
        of(ids, "from Arrangement where agreementId in :ids order by id", ArrangementRow.class)
                .forEach(row -> arrangements.put(row.agreementId, row.arrangement()));
        var withdrawals = new HashMap<UUID, Withdrawal>();
        of(ids, "from AgreementWithdrawal where agreementId in :ids", WithdrawalRow.class)
                .forEach(row -> withdrawals.put(row.agreementId, row.withdrawal));
        return row -> row.agreement(
                Optional.ofNullable(arrangements.get(row.id)), Optional.ofNullable(withdrawals.get(row.id)));
    }

    private <T> List<T> of(List<UUID> ids, String query, Class<T> type) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(query, type)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
