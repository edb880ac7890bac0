package nl.mtvp.plan.condition.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionEvidence;
import nl.mtvp.plan.condition.domain.ConditionPolicy;
import nl.mtvp.plan.condition.domain.Standing;

/** Keeps what RHOs show of their conditions, and which of these insurers apply (D5). */
@ApplicationScoped
public class ConditionRepository {

    private final Sql sql;

    ConditionRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(String rho, ConditionEvidence evidence, Actor actor) {
        sql.update(
                        """
                        insert into condition_evidence (id, rho, condition, document, document_digest, region,
                            mandated_gps, gps, recorded_at, recorded_by)
                        values (:id, :rho, :condition, :document, decode(:documentDigest, 'hex'), :region,
                            :mandatedGps, :gps, :recordedAt, :actor)
                        """)
                .bindMethods(evidence)
                .bind("rho", rho)
                .bind("actor", actor.subject())
                .execute();
    }

    /** How an RHO stands on a day, for itself and for the insurers that are preferent in one of its regions. */
    public Optional<Standing> standing(String rho, LocalDate day, Visibility visibility) {
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
        return sql.query(
                        """
                        select distinct on (condition, region) id, condition, document,
                               encode(document_digest, 'hex') as document_digest, region, mandated_gps, gps, recorded_at
                        from condition_evidence where rho = :rho order by condition, region, id desc
                        """)
                .bind("rho", rho)
                .map((row, context) -> new ConditionEvidence(
                        row.getObject("id", UUID.class),
                        Condition.valueOf(row.getString("condition")),
                        row.getString("document"),
                        row.getString("document_digest"),
                        row.getString("region"),
                        row.getObject("mandated_gps", Integer.class),
                        row.getObject("gps", Integer.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public ConditionPolicy policy(Uzovi uzovi) {
        return sql.query(
                        """
                        select conditions, version from condition_policy where uzovi = :uzovi
                        order by version desc limit 1
                        """)
                .bind("uzovi", uzovi)
                .map((row, context) -> new ConditionPolicy(
                        Stream.of((String[]) row.getArray("conditions").getArray())
                                .map(Condition::valueOf)
                                .collect(Collectors.toSet()),
                        row.getLong("version")))
                .findOne()
                .orElse(ConditionPolicy.UNSTATED);
    }

    /** @return false when somebody else stated this version at the same time */
    public boolean add(Uzovi uzovi, Set<Condition> conditions, long version, Actor actor, Instant now) {
        return sql.update(
                                """
                                insert into condition_policy (uzovi, version, conditions, recorded_at, recorded_by)
                                values (:uzovi, :version, :conditions, :now, :actor)
                                on conflict on constraint policies_follow_each_other do nothing
                                """)
                        .bind("uzovi", uzovi)
                        .bind("version", version)
                        .bind(
                                "conditions",
                                conditions.stream()
                                        .map(Condition::name)
                                        .sorted()
                                        .toArray(String[]::new))
                        .bind("now", now)
                        .bind("actor", actor.subject())
                        .execute()
                == 1;
    }
}
