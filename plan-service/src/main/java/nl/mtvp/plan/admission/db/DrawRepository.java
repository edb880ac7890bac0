package nl.mtvp.plan.admission.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Lot;
import nl.mtvp.plan.admission.domain.Pool;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.RecordedDraw;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Turn;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Keeps draws, what became of each lot, which draws are to be repeated and why, and seals of transcripts: by SQL, for a draw
 * has as many turns as lots. They only grow.
 */
@ApplicationScoped
public class DrawRepository implements PanacheRepositoryBase<DrawRow, UUID> {

    private static final Order<RecordedDraw> BY_NUMBER = Order.by("c.number", Integer::valueOf, RecordedDraw::number);

    private final Sql sql;

    DrawRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param redraw why the draw is repeated, or null for the first */
    public void add(UUID round, int number, Redraw redraw, Drawn drawn, String commitment, Actor actor) {
        var row = new DrawRow();
        row.id = drawn.drawId();
        row.roundId = round;
        row.number = number;
        row.commitment = commitment;
        row.seed = drawn.seed();
        row.reason = redraw == null ? null : redraw.reason();
        row.drawn = actor.at(drawn.drawnAt());
        persist(row);
        Violations.translating(
                Map.of(
                        "draws_are_numbered",
                        () -> AdmissionRefused.roundNotInState(RoundState.CLOSED, RoundState.FROZEN)),
                this::flush);
    }

    /** @param draw null when the round had none */
    public void addTurns(UUID round, UUID draw, List<Turn> turns) {
        sql.update(
                        """
                        insert into turn (round_id, draw_id, rank, lot_id, outcome, used_ion_after, why)
                        select :round, cast(:draw as uuid), line.*
                        from unnest(:ranks, :lots, :outcomes, :useds, :whys) as line
                        """)
                .bind("round", round)
                .bind("draw", draw)
                .bind("ranks", turns.stream().map(Turn::rank).toArray(Integer[]::new))
                .bind("lots", turns.stream().map(turn -> turn.lot().id()).toArray(String[]::new))
                .bind(
                        "outcomes",
                        turns.stream().map(turn -> turn.outcome().name()).toArray(String[]::new))
                .bind("useds", turns.stream().map(Turn::usedIonAfter).toArray(Long[]::new))
                .bind("whys", turns.stream().map(Turn::why).toArray(String[]::new))
                .execute();
    }

    public Optional<Drawn> find(UUID round, int number) {
        return find("roundId = ?1 and number = ?2", round, number)
                .singleResultOptional()
                .map(DrawRow::drawn);
    }

    /** @param draw null when the round had none */
    public List<Turn> turns(Pool pool, UUID draw) {
        var lots = pool.lots().stream().collect(Collectors.toMap(Lot::id, Function.identity()));
        return sql.query(
                        """
                        select rank, lot_id, outcome, used_ion_after, why from turn
                        where round_id = :round and draw_id is not distinct from cast(:draw as uuid) order by rank
                        """)
                .bind("round", pool.roundId())
                .bind("draw", draw)
                .map((row, context) -> new Turn(
                        row.getInt("rank"),
                        lots.get(row.getString("lot_id")),
                        Turn.TurnOutcome.valueOf(row.getString("outcome")),
                        row.getLong("used_ion_after"),
                        row.getString("why")))
                .list();
    }

    /** The number of the draw that a round is at: 1 until one is repeated. */
    public int number(UUID round) {
        return sql.query("select coalesce(max(number), 1) from redraw where round_id = :round")
                .bind("round", round)
                .mapTo(Integer.class)
                .one();
    }

    public void order(UUID round, int number, Redraw redraw, String committedBy, Actor actor) {
        Violations.translated(
                Map.of(
                        "a_draw_is_repeated_once",
                        () -> AdmissionRefused.roundNotInState(RoundState.FROZEN, RoundState.CLOSED),
                        "an_order_follows_its_commitment",
                        AdmissionRefused::redrawCommitmentNeeded,
                        "the_notary_orders_no_redraw",
                        AdmissionRefused::notaryDoesNotOrder),
                () -> sql.update(
                                """
                                insert into redraw (id, round_id, number, reason, committed_by, ordered_at, ordered_by)
                                values (:redrawId, :round, :number, :reason, :committedBy, :orderedAt, :actor)
                                """)
                        .bindMethods(redraw)
                        .bind("round", round)
                        .bind("number", number)
                        .bind("committedBy", committedBy)
                        .bind("actor", actor.subject())
                        .execute());
    }

    public Optional<Redraw> findRedraw(UUID round, int number) {
        return sql.query(
                        """
                        select id as redraw_id, reason, ordered_at from redraw
                        where round_id = :round and number = :number
                        """)
                .bind("round", round)
                .bind("number", number)
                .map(ConstructorMapper.of(Redraw.class))
                .findOne();
    }

    /** A round's draws by number, from their commitment on. */
    public Page<RecordedDraw> list(UUID round, PageRequest asked) {
        return BY_NUMBER.page(
                sql,
                """
                select c.number, encode(c.commitment, 'hex') as commitment, c.committed_at,
                       r.id as redraw_id, r.reason as redraw_reason, r.ordered_at as redraw_ordered_at,
                       d.id as draw_id, d.drawn_at, encode(s.transcript_hash, 'hex') as transcript_hash
                from draw_commitment c
                left join redraw r on r.round_id = c.round_id and r.number = c.number
                left join draw d on d.round_id = c.round_id and d.number = c.number
                left join transcript_seal s on s.draw_id = d.id
                """,
                new Filters().and("c.round_id = :round", "round", round),
                asked,
                ConstructorMapper.of(RecordedDraw.class));
    }

    /** @param draw null when the round had none */
    public void seal(UUID round, UUID draw, String canonical, String hash, Instant now) {
        sql.update(
                        """
                        insert into transcript_seal (round_id, draw_id, canonical, transcript_hash, sealed_at)
                        values (:round, cast(:draw as uuid), :canonical, decode(:hash, 'hex'), :now)
                        """)
                .bind("round", round)
                .bind("draw", draw)
                .bind("canonical", canonical)
                .bind("hash", hash)
                .bind("now", now)
                .execute();
    }

    /** @param draw null when the round had none */
    public Optional<String> findHash(UUID round, UUID draw) {
        return sql.query(
                        """
                        select encode(transcript_hash, 'hex') from transcript_seal
                        where round_id = :round and draw_id is not distinct from cast(:draw as uuid)
                        """)
                .bind("round", round)
                .bind("draw", draw)
                .mapTo(String.class)
                .findOne();
    }
}
