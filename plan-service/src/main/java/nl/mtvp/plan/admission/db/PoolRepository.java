package nl.mtvp.plan.admission.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Lot;
import nl.mtvp.plan.admission.domain.Pool;
import nl.mtvp.plan.admission.domain.Round;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Transcript.Commitment;
import nl.mtvp.plan.admission.domain.Transcript.Frozen;
import nl.mtvp.plan.admission.domain.Transcript.Withdrawal;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps what rounds froze, and which lots were withdrawn afterwards. It only grows. */
@ApplicationScoped
public class PoolRepository {

    private final Sql sql;

    PoolRepository(Sql sql) {
        this.sql = sql;
    }

    /** What stands beside the lots; JDBI makes it, so it is public. */
    public record Header(long totalIon, long usedIon, String poolHash, Instant frozenAt) {}

    private record MemberRow(String lotId, Lot.Member member) {}

    /** @param commitment null when the round has no draw */
    public void freeze(Pool pool, String poolHash, Commitment commitment, Deed frozen) {
        var committedBy = commitment == null ? null : commitment.committed().by();
        Violations.translated(
                Map.of(
                        "a_round_freezes_once",
                        () -> AdmissionRefused.roundNotInState(RoundState.FROZEN, RoundState.OPEN)),
                () -> sql.update(
                                """
                                insert into frozen_pool (round_id, total_ion, used_ion, canonical, pool_hash,
                                    committed_by, frozen_at, frozen_by)
                                values (:roundId, :totalIon, :usedIon, :canonicalText, decode(:poolHash, 'hex'),
                                    :committedBy, :at, :by)
                                """)
                        .bindMethods(pool)
                        .bind("canonicalText", new String(pool.canonical(), StandardCharsets.UTF_8))
                        .bind("poolHash", poolHash)
                        .bind("committedBy", committedBy)
                        .bindMethods(frozen)
                        .execute());
        addLots(pool);
    }

    private void addLots(Pool pool) {
        var lots = pool.lots();
        sql.update(
                        """
                        insert into lot (round_id, lot_id, kind, ion)
                        select :round, lot_id, kind, ion from unnest(:ids, :kinds, :ions) as line (lot_id, kind, ion)
                        """)
                .bind("round", pool.roundId())
                .bind("ids", lots.stream().map(Lot::id).toArray(String[]::new))
                .bind("kinds", lots.stream().map(lot -> lot.kind().name()).toArray(String[]::new))
                .bind("ions", lots.stream().map(Lot::ion).toArray(Long[]::new))
                .execute();
        var members = lots.stream()
                .flatMap(lot -> lot.members().stream().map(member -> new MemberRow(lot.id(), member)))
                .toList();
        sql.update(
                        """
                        insert into lot_member (round_id, lot_id, agb, hub, ion)
                        select :round, lot_id, agb, p.hub, line.ion
                        from unnest(:ids, :agbs, :ions) as line (lot_id, agb, ion)
                        join practices_on(:peildatum) p using (agb)
                        """)
                .bind("round", pool.roundId())
                .bind("peildatum", pool.quarter().atDay(1))
                .bind("ids", members.stream().map(MemberRow::lotId).toArray(String[]::new))
                .bind(
                        "agbs",
                        members.stream().map(row -> row.member().agb().code()).toArray(String[]::new))
                .bind("ions", members.stream().map(row -> row.member().ion()).toArray(Long[]::new))
                .execute();
    }

    public Optional<Frozen> find(Round round) {
        return sql.query(
                        """
                        select total_ion, used_ion, encode(pool_hash, 'hex') as pool_hash, frozen_at
                        from frozen_pool where round_id = :round
                        """)
                .bind("round", round.id())
                .map(ConstructorMapper.of(Header.class))
                .findOne()
                .map(header -> new Frozen(pool(round, header), header.poolHash(), header.frozenAt()));
    }

    private Pool pool(Round round, Header header) {
        var members = sql.query("select lot_id, agb, ion from lot_member where round_id = :round order by agb")
                .bind("round", round.id())
                .map((row, context) -> new MemberRow(
                        row.getString("lot_id"), new Lot.Member(new Agb(row.getString("agb")), row.getLong("ion"))))
                .collect(Collectors.groupingBy(
                        MemberRow::lotId, Collectors.mapping(MemberRow::member, Collectors.toList())));
        var lots = sql
                .query("select lot_id, kind, ion from lot where round_id = :round")
                .bind("round", round.id())
                .map((row, context) -> new Lot(
                        row.getString("lot_id"),
                        Lot.LotKind.valueOf(row.getString("kind")),
                        row.getLong("ion"),
                        members.get(row.getString("lot_id"))))
                .stream()
                .sorted(Lot.BY_ID)
                .toList();
        return new Pool(
                round.id(),
                round.region(),
                round.quarter(),
                round.ceilingPercent(),
                header.totalIon(),
                header.usedIon(),
                lots);
    }

    /** The hubs of a region whose lot was admitted in a round, by the last of its draws. */
    public Set<String> admittedHubs(String region) {
        return sql.query(
                        """
                        select distinct m.hub
                        from admission_round r
                        join turn t on t.round_id = r.id and t.outcome = 'ADMITTED'
                            and t.draw_id is not distinct from
                                (select id from draw where round_id = r.id order by number desc limit 1)
                        join lot l on l.round_id = t.round_id and l.lot_id = t.lot_id and l.kind = 'HUB'
                        join lot_member m on m.round_id = l.round_id and m.lot_id = l.lot_id
                        where r.region = :region
                        """)
                .bind("region", region)
                .mapTo(String.class)
                .set();
    }

    public void withdraw(UUID round, int draw, Withdrawal withdrawal, Actor actor) {
        Violations.translated(
                Map.of("a_lot_is_withdrawn_once", () -> AdmissionRefused.lotWithdrawn(withdrawal.lotId())),
                () -> sql.update(
                                """
                                insert into lot_withdrawal (round_id, lot_id, reason, from_draw, withdrawn_at, withdrawn_by)
                                values (:round, :lotId, :reason, :draw, :withdrawnAt, :actor)
                                """)
                        .bind("draw", draw)
                        .bind("round", round)
                        .bindMethods(withdrawal)
                        .bind("actor", actor.subject())
                        .execute());
    }

    /** Those that count for a draw: what was withdrawn before it, or before one that it repeats. */
    public List<Withdrawal> withdrawals(UUID round, int draw) {
        return sql.query(
                        """
                        select lot_id, reason, withdrawn_at from lot_withdrawal
                        where round_id = :round and from_draw <= :draw order by withdrawn_at, lot_id
                        """)
                .bind("draw", draw)
                .bind("round", round)
                .map(ConstructorMapper.of(Withdrawal.class))
                .list();
    }
}
