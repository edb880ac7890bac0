package nl.mtvp.contract.eligibility.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Sql sql;

    EligibilityRepository(Sql sql) {
        this.sql = sql;
    }

    /** @throws StatedMeanwhile if this version is there already */
    public void add(Picture picture) {
        var statement = picture.statement().orElseThrow();
        var stated = picture.stated().orElseThrow();
        Violations.translated(Map.of("one_statement_per_version", StatedMeanwhile::new), () -> sql.update(
                        """
                        insert into eligibility_statement (agb, version, locum_arrangement, exclusions, author,
                            stated_by, stated_with, stated_at)
                        values (:agb, :version, :locumArrangement, :excluded, :author, :by.subject, :by.client, :by.at)
                        """)
                .bind("agb", picture.agb())
                .bind("version", picture.version())
                .bindMethods(statement)
                .bind(
                        "excluded",
                        statement.exclusions().stream().map(Exclusion::name).toArray(String[]::new))
                .bind("author", stated.author())
                .bindMethods("by", stated.by())
                .execute());
        addGps(picture, statement.gps());
    }

    private void addGps(Picture picture, List<Gp> gps) {
        if (gps.isEmpty()) {
            return;
        }
        var batch = sql.batch(
                """
                insert into eligibility_gp (agb, version, position, name, big, personal_agb)
                values (:agb, :version, :position, :name, :big, :personalAgb)
                """);
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
        batch.execute();
    }

    /** What the practice stated last, or that it stated nothing. */
    public Picture last(Agb agb) {
        return sql.query("select * from eligibility_statement where agb = :agb order by version desc limit 1")
                .bind("agb", agb)
                .map((row, context) -> picture(agb, row, gps(agb, row.getInt("version"))))
                .findOne()
                .orElseGet(() -> Picture.nothing(agb));
    }

    private List<Gp> gps(Agb agb, int version) {
        return sql.query("select * from eligibility_gp where agb = :agb and version = :version order by position")
                .bind("agb", agb)
                .bind("version", version)
                .map((row, context) -> new Gp(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("big")).map(Big::new),
                        Optional.ofNullable(row.getString("personal_agb")).map(Agb::new)))
                .list();
    }

    private static Picture picture(Agb agb, ResultSet row, List<Gp> gps) throws SQLException {
        var exclusions = Arrays.stream((String[]) row.getArray("exclusions").getArray())
                .map(Exclusion::valueOf)
                .collect(Collectors.toSet());
        var statement = new Statement(gps, row.getBoolean("locum_arrangement"), exclusions);
        var stated = new Signature(
                row.getString("stated_by"),
                row.getString("stated_with"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant());
        var author = Author.valueOf(row.getString("author"));
        return new Picture(agb, row.getInt("version"), Optional.of(statement), Optional.of(new Stated(author, stated)));
    }
}
