package nl.mtvp.payment.bankaccount.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.bankaccount.domain.AccountOwner;
import nl.mtvp.payment.bankaccount.domain.AccountPeriod;
import nl.mtvp.payment.bankaccount.domain.AccountProposal;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.bankaccount.domain.BankAccount.Address;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Bank accounts in their tables: proposals, and the periods on two axes of those that were approved. */
@ApplicationScoped
public class BankAccountRepository {

    private static final Map<Owner, String> OWNERS =
            Map.of(Owner.INSURER, "uzovi", Owner.PRACTICE, "agb", Owner.RHO, "rho");

    private static final String PROPOSAL =
            """
            select id, uzovi, agb, rho, valid_from, valid_until, iban, holder_name, street, building_number, post_code, town,
                   country, evidence, encode(evidence_digest, 'hex') as evidence_digest, proposed_by, proposed_at, approved_by,
                   approved_at
            from bank_account_proposal
            """;

    private final Sql sql;

    BankAccountRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(AccountProposal proposal) {
        sql.update(
                        """
                        insert into bank_account_proposal
                            (id, uzovi, agb, rho, valid_from, valid_until, iban, holder_name, street, building_number,
                             post_code, town, country, evidence, evidence_digest, proposed_by, proposed_at)
                        values (:id, :uzovi, :agb, :rho, :validFrom, :validUntil, :iban, :holderName, :street,
                            :buildingNumber, :postCode, :town, :country, :evidence, :digest, :proposedBy, :proposedAt)
                        """)
                .bindMethods(proposal)
                .bindMethods(proposal.owner())
                .bindMethods(proposal.account())
                .bindMethods(proposal.account().address())
                .bind("digest", HexFormat.of().parseHex(proposal.evidenceDigest()))
                .execute();
    }

    public void approved(UUID id, String approvedBy, Instant approvedAt) {
        sql.update(
                        """
                        update bank_account_proposal set approved_by = :approvedBy, approved_at = :approvedAt
                        where id = :id
                        """)
                .bind("id", id)
                .bind("approvedBy", approvedBy)
                .bind("approvedAt", approvedAt)
                .execute();
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

    public Optional<AccountProposal> withId(UUID id, Visibility visibility, boolean locked) {
        var visible = visibility.of(OWNERS);
        return sql.query(PROPOSAL + " where id = :id and <visible> <lock>")
                .define("visible", visible.sql())
                .define("lock", locked ? "for update" : "")
                .bindMap(visible.parameters())
                .bind("id", id)
                .map((row, context) -> proposal(row))
                .findOne();
    }

    public List<AccountProposal> after(UUID after, int limit, Uzovi uzovi, Agb agb, String rho, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        var filters = new Filters()
                .and("uzovi = :uzovi", "uzovi", uzovi)
                .and("agb = :agb", "agb", agb)
                .and("rho = :rho", "rho", rho)
                .and("id > :after", "after", after);
        return sql.query(PROPOSAL + " where <visible> <filters> order by id limit :limit")
                .define("visible", visible.sql())
                .define("filters", filters.sql())
                .bindMap(visible.parameters())
                .bindMap(filters.parameters())
                .bind("limit", limit)
                .map((row, context) -> proposal(row))
                .list();
    }

    /** The account of an owner that is in force on a day, as known now. */
    public Optional<AccountProposal> inForceOn(AccountOwner owner, LocalDate day) {
        return sql.query(
                        PROPOSAL
                                + """
                         where id = (select proposal_id from bank_account
                                     where owner = :owner and valid @> cast(:day as date) and upper_inf(known))
                        """)
                .bind("owner", owner.account())
                .bind("day", day)
                .map((row, context) -> proposal(row))
                .findOne();
    }

    /** The periods of these proposals, oldest knowledge first. */
    public List<AccountPeriod> periods(Collection<UUID> proposals) {
        return sql.query(
                        """
                        select proposal_id, lower(valid) as valid_from, upper(valid) as valid_until,
                               lower(known) as known_from, upper(known) as known_until
                        from bank_account where proposal_id = any(:proposals) order by lower(known), lower(valid)
                        """)
                .bind("proposals", proposals.toArray(UUID[]::new))
                .map(ConstructorMapper.of(AccountPeriod.class))
                .list();
    }

    private static AccountProposal proposal(ResultSet row) throws SQLException {
        var agb = row.getString("agb");
        return new AccountProposal(
                row.getObject("id", UUID.class),
                new AccountOwner(
                        new Uzovi(row.getString("uzovi")), agb == null ? null : new Agb(agb), row.getString("rho")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                new BankAccount(
                        new Iban(row.getString("iban")),
                        row.getString("holder_name"),
                        new Address(
                                row.getString("street"),
                                row.getString("building_number"),
                                row.getString("post_code"),
                                row.getString("town"),
                                row.getString("country"))),
                row.getString("evidence"),
                row.getString("evidence_digest"),
                row.getString("proposed_by"),
                moment(row, "proposed_at"),
                row.getString("approved_by"),
                moment(row, "approved_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
