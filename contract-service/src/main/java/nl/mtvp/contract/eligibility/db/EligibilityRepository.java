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

/** What practices stated of themselves, in the database; every version stays. */
@ApplicationScoped
public class EligibilityRepository {

    private static final String LAST =
            """
            select distinct on (agb) * from eligibility_statement where agb = any(:agbs) order by agb, version desc
            """;

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
            batch.bind("agb", picture.agb())
                    .bind("version", picture.version())
                    .bindMethods(statement)
                    .bind(
                            "excluded",
                            statement.exclusions().stream().map(Exclusion::name).toArray(String[]::new))
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

    /** What each of these practices stated last, or that it stated nothing. */
    public Map<Agb, Picture> last(Collection<Agb> agbs) {
        var codes = agbs.stream().map(Agb::code).toArray(String[]::new);
        var gps = gps(codes);
        var last = sql.query(LAST)
                .bind("agbs", codes)
                .map((row, context) -> picture(row, gps))
                .collect(Collectors.toMap(Picture::agb, Function.identity()));
        agbs.forEach(agb -> last.computeIfAbsent(agb, Picture::nothing));
        return last;
    }

    private Map<Agb, List<Gp>> gps(String[] agbs) {
        return sql.query("select gp.* from (" + LAST + ") as last join eligibility_gp gp using (agb, version)"
                        + " order by gp.agb, gp.position")
                .bind("agbs", agbs)
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
