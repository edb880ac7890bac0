package nl.mtvp.contract.party.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.party.domain.Label;
import nl.mtvp.contract.party.domain.LabelTaken;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.contract.party.domain.SchemePeriod;
import nl.mtvp.contract.party.domain.SchemeStands;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Uzovi;
import org.jdbi.v3.core.mapper.RowMapper;

/** What insurers recorded of themselves for periods: labels (D22) and schemes (D31). */
@ApplicationScoped
public class InsurerFactRepository {

    private static final RowMapper<Label> LABEL = (row, context) -> new Label(
            row.getObject("id", UUID.class),
            new Uzovi(row.getString("uzovi")),
            new Uzovi(row.getString("label")),
            row.getString("name"),
            period(row));

    private static final RowMapper<SchemePeriod> SCHEME = (row, context) -> new SchemePeriod(
            row.getObject("id", UUID.class),
            new Uzovi(row.getString("uzovi")),
            Scheme.valueOf(row.getString("scheme")),
            period(row));

    private final Sql sql;

    InsurerFactRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws LabelTaken if it belongs to an insurer on some of these days */
    public void add(Label label, Actor by, Instant now) {
        Violations.translated(Map.of("one_insurer_per_label", () -> new LabelTaken(label.label())), () -> sql.update(
                        """
                        insert into insurer_label (id, uzovi, label, name, valid_from, valid_until, recorded_at,
                            recorded_by)
                        values (:id, :uzovi, :label, :name, :valid.from, :until, :now, :by.subject)
                        """)
                .bindMethods(label)
                .bind("until", label.valid().until().orElse(null))
                .bind("now", now)
                .bindMethods("by", by)
                .execute());
    }

    /** @throws SchemeStands if the insurer has one on some of these days */
    public void add(SchemePeriod scheme, Actor by, Instant now) {
        Violations.translated(
                Map.of("one_scheme_per_insurer", () -> new SchemeStands(scheme.uzovi())), () -> sql.update(
                                """
                        insert into insurer_scheme (id, uzovi, scheme, valid_from, valid_until, recorded_at, recorded_by)
                        values (:id, :uzovi, :scheme, :valid.from, :until, :now, :by.subject)
                        """)
                        .bindMethods(scheme)
                        .bind("until", scheme.valid().until().orElse(null))
                        .bind("now", now)
                        .bindMethods("by", by)
                        .execute());
    }

    public Optional<Label> lockedLabel(Uzovi uzovi, UUID id) {
        return sql.query("select * from insurer_label where uzovi = :uzovi and id = :id for update")
                .bind("uzovi", uzovi)
                .bind("id", id)
                .map(LABEL)
                .findOne();
    }

    public Optional<SchemePeriod> lockedScheme(Uzovi uzovi, UUID id) {
        return sql.query("select * from insurer_scheme where uzovi = :uzovi and id = :id for update")
                .bind("uzovi", uzovi)
                .bind("id", id)
                .map(SCHEME)
                .findOne();
    }

    /** The caller holds the row's lock. */
    public void end(Label ended, Actor by, Instant now) {
        end("insurer_label", ended.id(), ended.valid(), by, now);
    }

    /** The caller holds the row's lock. */
    public void end(SchemePeriod ended, Actor by, Instant now) {
        end("insurer_scheme", ended.id(), ended.valid(), by, now);
    }

    /** The labels of an insurer, in the order in which they were recorded. */
    public List<Label> labelsAfter(Uzovi uzovi, UUID after, int limit) {
        return after("insurer_label", uzovi, after, limit, LABEL);
    }

    /** The schemes of an insurer, in the order in which they were recorded. */
    public List<SchemePeriod> schemesAfter(Uzovi uzovi, UUID after, int limit) {
        return after("insurer_scheme", uzovi, after, limit, SCHEME);
    }

    /** What is on record of these codes as labels of insurers, of whatever day. */
    public List<Label> labels(Collection<Uzovi> codes) {
        return sql.query("select * from insurer_label where label = any(:codes)")
                .bind("codes", texts(codes))
                .map(LABEL)
                .list();
    }

    /** The schemes of these insurers, of whatever day. */
    public List<SchemePeriod> schemes(Collection<Uzovi> uzovis) {
        return sql.query("select * from insurer_scheme where uzovi = any(:uzovis)")
                .bind("uzovis", texts(uzovis))
                .map(SCHEME)
                .list();
    }

    private <T> List<T> after(String table, Uzovi uzovi, UUID after, int limit, RowMapper<T> mapper) {
        return sql.query(
                        """
                        select * from <table>
                        where uzovi = :uzovi and (cast(:after as uuid) is null or id > :after) order by id limit :limit
                        """)
                .define("table", table)
                .bind("uzovi", uzovi)
                .bind("after", after)
                .bind("limit", limit)
                .map(mapper)
                .list();
    }

    private void end(String table, UUID id, Period valid, Actor by, Instant now) {
        sql.update("update <table> set valid_until = :until, ended_at = :now, ended_by = :by where id = :id")
                .define("table", table)
                .bind("until", valid.until().orElseThrow())
                .bind("now", now)
                .bind("by", by.subject())
                .bind("id", id)
                .execute();
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
    }

    private static String[] texts(Collection<Uzovi> codes) {
        return codes.stream().map(Uzovi::code).toArray(String[]::new);
    }
}
