package nl.mtvp.contract.eligibility.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.eligibility.domain.Author;
import nl.mtvp.contract.eligibility.domain.Exclusion;
import nl.mtvp.contract.eligibility.domain.Gp;
import nl.mtvp.contract.eligibility.domain.Picture;
import nl.mtvp.contract.eligibility.domain.Stated;
import nl.mtvp.contract.eligibility.domain.StatedMeanwhile;
import nl.mtvp.contract.eligibility.domain.Statement;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;
import org.jdbi.v3.core.statement.Query;

/** What practices stated of themselves, in the database; every version stays. */
@ApplicationScoped
public class EligibilityRepository {

    private final Sql sql;

    EligibilityRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds what was stated, of each practice its next version.
     *
     * @throws StatedMeanwhile if one of these versions is there already
     */
    public void add(Collection<Picture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        var batch = sql.batch(
                """
                insert into eligibility_statement (agb, version, locum_arrangement, exclusions, author,
                    stated_by, stated_with, stated_at)
                values (:agb, :version, :locumArrangement, :excluded, :author, :by.subject, :by.client, :by.at)
                """);
        for (var picture : pictures) {
            var statement = picture.statement().orElseThrow();
            var stated = picture.stated().orElseThrow();
            var excluded = statement.exclusions().stream().map(Exclusion::name).toArray(String[]::new);
            batch.bind("agb", picture.agb())
                    .bind("version", picture.version())
                    .bindMethods(statement)
                    .bind("excluded", excluded)
                    .bind("author", stated.author())
                    .bindMethods("by", stated.by())
                    .add();
        }
        Violations.translated(Map.of("one_statement_per_version", StatedMeanwhile::new), batch::execute);
        addGps(pictures);
    }

    private void addGps(Collection<Picture> pictures) {
        var batch = sql.batch(
                """
                insert into eligibility_gp (agb, version, position, name, big, personal_agb)
                values (:agb, :version, :position, :name, :big, :personalAgb)
                """);
        for (var picture : pictures) {
            var gps = picture.statement().orElseThrow().gps();
            for (int position = 0; position < gps.size(); position++) {
                var gp = gps.get(position);
                batch.bind("agb", picture.agb())
                        .bind("version", picture.version())
                        .bind("position", position)
                        .bind("name", gp.name())
                        .bind("big", gp.big().map(Big::number).orElse(null))
                        .bind("personalAgb", gp.personalAgb().map(Agb::code).orElse(null))
                        .add();
            }
        }
        batch.execute();
    }

    /**
     * What each of these practices stated last, or that it stated nothing. Which version that is, is read first: somebody
     * may state a newer one before its GPs are read.
     */
    public Map<Agb, Picture> last(Collection<Agb> agbs) {
        var versions = versions(agbs);
        var gps = gps(versions);
        var last = of(versions, "select * from eligibility_statement", "agb")
                .map((row, context) -> picture(row, gps))
                .collect(Collectors.toMap(Picture::agb, Function.identity()));
        agbs.forEach(agb -> last.computeIfAbsent(agb, Picture::nothing));
        return last;
    }

    private Map<Agb, Integer> versions(Collection<Agb> agbs) {
        return sql.query(
                        """
                        select agb, max(version) as version from eligibility_statement where agb = any(:agbs)
                        group by agb
                        """)
                .bind("agbs", agbs.stream().map(Agb::code).toArray(String[]::new))
                .map((row, context) -> Map.entry(new Agb(row.getString("agb")), row.getInt("version")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Query of(Map<Agb, Integer> versions, String select, String order) {
        var pairs = List.copyOf(versions.entrySet());
        return sql.query(select + " where (agb, version) in (select * from unnest(:agbs, :versions)) order by " + order)
                .bind("agbs", pairs.stream().map(pair -> pair.getKey().code()).toArray(String[]::new))
                .bind("versions", pairs.stream().map(Map.Entry::getValue).toArray(Integer[]::new));
    }

    private Map<Agb, List<Gp>> gps(Map<Agb, Integer> versions) {
        return of(versions, "select * from eligibility_gp", "agb, position")
                .map((row, context) -> Map.entry(
                        new Agb(row.getString("agb")),
                        new Gp(
                                row.getString("name"),
                                Optional.ofNullable(row.getString("big")).map(Big::new),
                                Optional.ofNullable(row.getString("personal_agb"))
                                        .map(Agb::new))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Picture picture(ResultSet row, Map<Agb, List<Gp>> gps) throws SQLException {
        var agb = new Agb(row.getString("agb"));
        var exclusions = Arrays.stream((String[]) row.getArray("exclusions").getArray())
                .map(Exclusion::valueOf)
                .collect(Collectors.toSet());
        var statement =
                new Statement(gps.getOrDefault(agb, List.of()), row.getBoolean("locum_arrangement"), exclusions);
        var stated = new Signature(
                row.getString("stated_by"),
                row.getString("stated_with"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant());
        var author = Author.valueOf(row.getString("author"));
        return new Picture(agb, row.getInt("version"), Optional.of(statement), Optional.of(new Stated(author, stated)));
    }
}
