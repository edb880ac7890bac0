package nl.mtvp.payment.bankaccount.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.bankaccount.domain.AccountProposal;
import nl.mtvp.payment.bankaccount.domain.AccountProposal.AccountOwner;
import nl.mtvp.payment.fact.domain.KnownPeriod;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Bank accounts in their tables: proposals, and the periods on two axes of those that were approved. */
@ApplicationScoped
public class BankAccountRepository implements PanacheRepositoryBase<AccountProposalRow, UUID> {

    private static final Map<Owner, String> OWNERS =
            Map.of(Owner.INSURER, "owner.uzovi", Owner.PRACTICE, "owner.agb", Owner.RHO, "owner.rho");

    private static final Order<AccountProposalRow> BY_ID = Order.by("id", Uuids::of, row -> row.id);

    private final Sql sql;

    BankAccountRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(AccountProposal proposal) {
        persist(AccountProposalRow.of(proposal));
    }

    public void approved(UUID id, Deed approved) {
        findById(id).approved = approved;
    }

    /**
     * Puts an account in force from its day on: what it follows was in force up to there, and what it replaces never. After
     * its last day there is none.
     */
    public void makeKnown(AccountProposal proposal, Instant knownFrom) {
        var owner = proposal.owner().account();
        sql.update(
                        """
                        update bank_account set known = tstzrange(lower(known), :knownFrom)
                        where owner = :owner and upper_inf(known) and valid && daterange(:validFrom, null)
                        """)
                .bind("owner", owner)
                .bind("validFrom", proposal.validFrom())
                .bind("knownFrom", knownFrom)
                .execute();
        sql.update(
                        """
                        insert into bank_account (id, proposal_id, owner, valid, known)
                        select :id, proposal_id, owner, daterange(lower(valid), :validFrom), tstzrange(:knownFrom, null)
                        from bank_account
                        where owner = :owner and upper(known) = :knownFrom and lower(valid) < :validFrom
                        """)
                .bind("id", Ids.at(knownFrom))
                .bind("owner", owner)
                .bind("validFrom", proposal.validFrom())
                .bind("knownFrom", knownFrom)
                .execute();
        sql.update(
                        """
                        insert into bank_account (id, proposal_id, owner, valid, known)
                        values (:id, :proposal, :owner, daterange(:validFrom, :validUntil), tstzrange(:knownFrom, null))
                        """)
                .bind("id", Ids.at(knownFrom))
                .bind("proposal", proposal.id())
                .bind("owner", owner)
                .bind("validFrom", proposal.validFrom())
                .bind("validUntil", proposal.validUntil())
                .bind("knownFrom", knownFrom)
                .execute();
    }

    /** Whether what is proposed for a creditor is an account of its insurer, or the other way round. */
    public boolean isOfTheOtherSide(AccountProposal proposal) {
        var owner = proposal.owner();
        boolean insurers = owner.agb() == null && owner.rho() == null;
        var other = insurers
                ? "(owner.agb is not null or owner.rho is not null)"
                : "owner.agb is null and owner.rho is null";
        return count(
                        "approved.at is not null and owner.uzovi = ?1 and account.iban = ?2 and " + other,
                        owner.uzovi(),
                        proposal.account().iban())
                > 0;
    }

    public Optional<AccountProposal> find(UUID id, Visibility visibility) {
        return visible(id, visibility).firstResultOptional().map(AccountProposalRow::proposal);
    }

    /** The same in its turn: nobody else approves it until this transaction ends. */
    public Optional<AccountProposal> locked(UUID id, Visibility visibility) {
        return visible(id, visibility)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(AccountProposalRow::proposal);
    }

    private PanacheQuery<AccountProposalRow> visible(UUID id, Visibility visibility) {
        var wanted = new Filters().and("id = :id", "id", id).and(visibility.hql(OWNERS));
        return find(wanted.where(), wanted.parameters());
    }

    public Page<AccountProposal> list(Uzovi uzovi, Agb agb, String rho, Visibility visibility, PageRequest asked) {
        var wanted = new Filters()
                .and(visibility.hql(OWNERS))
                .and("owner.uzovi = :uzovi", "uzovi", uzovi)
                .and("owner.agb = :agb", "agb", agb)
                .and("owner.rho = :rho", "rho", rho);
        return BY_ID.page(this, wanted, asked).map(AccountProposalRow::proposal);
    }

    /** The account of an owner that is in force on a day, as known now. */
    public Optional<AccountProposal> findInForce(AccountOwner owner, LocalDate day) {
        return sql.query(
                        """
                        select proposal_id from bank_account
                        where owner = :owner and valid @> cast(:day as date) and upper_inf(known)
                        """)
                .bind("owner", owner.account())
                .bind("day", day)
                .mapTo(UUID.class)
                .findOne()
                .map(id -> findById(id).proposal());
    }

    /** The periods of each of these proposals that has any, oldest knowledge first. */
    public Map<UUID, List<KnownPeriod>> periods(Collection<UUID> proposals) {
        return sql.query(
                        """
                        select proposal_id, lower(valid) as valid_from, upper(valid) as valid_until,
                               lower(known) as known_from, upper(known) as known_until
                        from bank_account where proposal_id = any(:proposals) order by lower(known), lower(valid)
                        """)
                .bind("proposals", proposals.toArray(UUID[]::new))
                .map(ConstructorMapper.of(KnownPeriod.class))
                .collect(Collectors.groupingBy(KnownPeriod::proposalId));
    }
}
