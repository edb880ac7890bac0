package nl.mtvp.plan.condition.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.plan.condition.domain.ConditionEvidence;
import nl.mtvp.plan.condition.domain.Standing;

/** Keeps what RHOs show of their conditions, and tells how they stand (D5). */
@ApplicationScoped
public class ConditionRepository implements PanacheRepositoryBase<ConditionEvidenceRow, UUID> {

    private final Sql sql;

    ConditionRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(String rho, ConditionEvidence evidence, Actor actor) {
        persist(ConditionEvidenceRow.of(rho, evidence, actor.subject()));
    }

    /** How an RHO stands on a day, for itself and for the insurers that are preferent in one of its regions. */
    public Optional<Standing> findStanding(String rho, LocalDate day, Visibility visibility) {
        var owner = visibility.of(Map.of(Owner.RHO, "o.code"));
        var negotiator = visibility.of(Map.of(Owner.INSURER, "i.uzovi"));
        return sql.query(
                        """
                        select o.code, o.kvk,
                               array(select code from region where rho = o.code order by code) as regions,
                               (select coalesce(sum(p.ion), 0) from practices_on(:day) p
                                   join region g on g.code = p.region where g.rho = o.code) as ion
                        from rho o
                        where o.code = :rho and (<owner> or exists (
                            select from preferent_insurer i join region g on g.code = i.region
                            where g.rho = o.code and <negotiator>))
                        """)
                .define("owner", owner.sql())
                .define("negotiator", negotiator.sql())
                .bindMap(owner.parameters())
                .bindMap(negotiator.parameters())
                .bind("day", day)
                .bind("rho", rho)
                .map((row, context) -> new Standing(
                        row.getString("code"),
                        new Kvk(row.getString("kvk")),
                        row.getLong("ion"),
                        List.of((String[]) row.getArray("regions").getArray()),
                        newest(rho)))
                .findOne();
    }

    private List<ConditionEvidence> newest(String rho) {
        return list(
                        """
                        from ConditionEvidence e
                        where e.rho = ?1 and not exists (
                            select 1 from ConditionEvidence n
                            where n.rho = e.rho and n.evidence.condition = e.evidence.condition
                              and n.evidence.region is not distinct from e.evidence.region and n.id > e.id)
                        order by e.evidence.condition, e.evidence.region
                        """,
                        rho)
                .stream()
                .map(row -> row.evidence)
                .toList();
    }
}
