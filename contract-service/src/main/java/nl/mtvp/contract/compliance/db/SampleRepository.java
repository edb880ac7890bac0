package nl.mtvp.contract.compliance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import org.jdbi.v3.core.statement.StatementContext;

/** Samples in the database, with seed and population, so that anybody can draw them again. */
@ApplicationScoped
public class SampleRepository {

    private static final Map<Owner, String> OWNERS = Map.of(Owner.INSURER, "sample.uzovi");

    private static final String SAMPLES =
            """
            select sample.*, array(
                select contract_id from compliance_sample_member where sample_id = sample.id order by rank) as members
            from compliance_sample sample where <visible>
            """;

    private final Sql sql;

    SampleRepository(Sql sql) {
        this.sql = sql;
    }

    public void add(Sample sample) {
        sql.update(
                        """
                        insert into compliance_sample (id, uzovi, year, size, seed, population, drawn_by, drawn_with,
                            drawn_at)
                        values (:id, :uzovi, :year, :size, :seedBytes, :populationIds, :drawn.subject, :drawn.client,
                            :drawn.at)
                        """)
                .bindMethods(sample)
                .bind("seedBytes", HexFormat.of().parseHex(sample.seed()))
                .bind("populationIds", sample.population().toArray(UUID[]::new))
                .execute();
        sql.update(
                        """
                        insert into compliance_sample_member (sample_id, rank, contract_id)
                        select :id, rank, contract_id
                        from unnest(:memberIds) with ordinality as drawn (contract_id, rank)
                        """)
                .bind("id", sample.id())
                .bind("memberIds", sample.members().toArray(UUID[]::new))
                .execute();
    }

    public Optional<Sample> withId(UUID id, Visibility visibility) {
        var visible = visibility.of(OWNERS);
        return sql.query(SAMPLES + "and id = :id")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("id", id)
                .map(SampleRepository::sample)
                .findOne();
    }

    /** Samples in the order in which they were drawn. */
    public List<Sample> after(Visibility visibility, UUID after, int limit) {
        var visible = visibility.of(OWNERS);
        return sql.query(SAMPLES + "and (cast(:after as uuid) is null or id > :after) order by id limit :limit")
                .define("visible", visible.sql())
                .bindMap(visible.parameters())
                .bind("after", after)
                .bind("limit", limit)
                .map(SampleRepository::sample)
                .list();
    }

    private static Sample sample(ResultSet row, StatementContext context) throws SQLException {
        return new Sample(
                row.getObject("id", UUID.class),
                new Uzovi(row.getString("uzovi")),
                row.getInt("year"),
                row.getInt("size"),
                Digests.hex(row.getBytes("seed")),
                List.of((UUID[]) row.getArray("population").getArray()),
                List.of((UUID[]) row.getArray("members").getArray()),
                new Signature(
                        row.getString("drawn_by"),
                        row.getString("drawn_with"),
                        row.getObject("drawn_at", OffsetDateTime.class).toInstant()));
    }
}
