package nl.mtvp.contract.agreement.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.agreement.domain.AgreementRefused;
import nl.mtvp.contract.agreement.domain.Offset;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uuids;

/** What contracts deduct, in the database, where each fact is a row that stays. Ask for a visible contract's only. */
@ApplicationScoped
public class OffsetRepository implements PanacheRepositoryBase<OffsetRow, UUID> {

    private static final String OFFSETS = "from Offset o left join fetch o.ending left join fetch o.withdrawal ";
    private static final Order<OffsetRow> BY_ID = Order.by("o.id", Uuids::of, row -> row.id);

    private final Sql sql;

    OffsetRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * False when the contract has one for this agreement.
     *
     * @throws AgreementRefused if it deducts another on some of these days
     */
    public boolean add(Offset offset, Instant agreedAt) {
        int added = Violations.translated(Map.of("one_offset_at_a_time", AgreementRefused::overlaps), () -> sql.update(
                        """
                        insert into contract_offset (id, contract_id, agreement_id, arrangement_id, cents_per_quarter,
                            offset_from, offset_until, agreed_at)
                        values (:id, :contractId, :agreementId, :arrangementId, :cents, :agreed.from, :until, :agreedAt)
                        on conflict on constraint one_offset_per_contract_and_agreement do nothing
                        """)
                .bindMethods(offset)
                .bind("cents", offset.amountPerQuarter().cents())
                .bind("until", offset.agreed().until().orElse(null))
                .bind("agreedAt", agreedAt)
                .execute());
        return added == 1;
    }

    /** @throws PartyRefused if somebody was faster */
    public void addEnd(Offset ended) {
        var until = ended.end().orElseThrow().until();
        getEntityManager().persist(new OffsetRow.EndRow(ended));
        Violations.translating(Map.of("contract_offset_end_pkey", () -> PartyRefused.endsAlready(until)), this::flush);
    }

    public void addWithdrawal(Offset withdrawn) {
        getEntityManager().persist(new OffsetRow.WithdrawalRow(withdrawn));
    }

    /** What contracts deduct for an agreement. */
    public List<Offset> ofAgreement(UUID agreementId) {
        return list(OFFSETS + "where o.agreementId = ?1 order by o.id", agreementId).stream()
                .map(OffsetRow::offset)
                .toList();
    }

    /** The contract's offset with this id. */
    public Optional<Offset> find(UUID contractId, UUID id) {
        return find(OFFSETS + "where o.id = ?1 and o.contractId = ?2", id, contractId)
                .singleResultOptional()
                .map(OffsetRow::offset);
    }

    /** The offsets of a contract, in the order in which they were agreed. */
    public Page<Offset> listOfContract(UUID contractId, PageRequest asked) {
        var wanted = new Filters().and("o.contractId = :contractId", "contractId", contractId);
        return BY_ID.page(this, OFFSETS, wanted, asked).map(OffsetRow::offset);
    }
}
