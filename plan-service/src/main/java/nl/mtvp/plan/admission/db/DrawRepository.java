package nl.mtvp.plan.admission.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.plan.admission.domain.AdmissionRefused;
import nl.mtvp.plan.admission.domain.Lot;
import nl.mtvp.plan.admission.domain.Pool;
import nl.mtvp.plan.admission.domain.RoundState;
import nl.mtvp.plan.admission.domain.Transcript.Drawn;
import nl.mtvp.plan.admission.domain.Transcript.Redraw;
import nl.mtvp.plan.admission.domain.Turn;

/** Keeps draws, and what became of each lot, by SQL: a draw has as many turns as lots. They only grow. */
@ApplicationScoped
public class DrawRepository implements PanacheRepositoryBase<DrawRow, UUID> {

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
        row.drawnAt = drawn.drawnAt();
        row.drawnBy = actor.subject();
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

    public Optional<Drawn> drawn(UUID round, int number) {
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
                        Turn.Outcome.valueOf(row.getString("outcome")),
                        row.getLong("used_ion_after"),
                        row.getString("why")))
                .list();
    }
}
