package nl.mtvp.plan.praktijkplan;

import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.practice;
import static nl.mtvp.plan.Api.service;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Scale;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.plan.Api;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/**
 * Lists, filters and comparisons over many plans: a page takes the same few statements whatever its size, and with
 * {@code -Pfull}, over 10,000 versions of regioplannen and 5,000 praktijkplannen, 50 ms at the 95th percentile.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class LargeDatabaseTest extends PraktijkplanScenario {

    private static final Logger LOG = Logger.getLogger(LargeDatabaseTest.class);

    private static final int REGIONS = Scale.of(10, 250);
    private static final int VERSIONS = 40;
    private static final int IN_FORCE = VERSIONS - 1;

    /** Of each region; every second one submitted its plan. */
    private static final int PRACTICES = 20;

    private static final int WARM_UP = Scale.of(1, 100);
    private static final int REQUESTS = Scale.of(5, 200);
    private static final int TIMES = 3;
    private static final Duration ANSWER_MAX = Duration.ofMillis(50);

    private final AtomicInteger statements = new AtomicInteger();
    private final Random random = new Random(20230401);

    @Inject
    Jdbi jdbi;

    @Inject
    SessionFactory entities;

    /** Something that is asked, of a region that is drawn by its number. */
    private record Question(String name, String token, String path) {}

    @Test
    void D6_D13_a_page_takes_the_same_few_statements_and_50_ms_whatever_there_is() throws SQLException {
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        submitted(plan, 1, List.of(planned("AW-02"), planned("GG-01")));
        submitted(plan, 2, secondYearOn("AW-02"));
        multiply();
        clock.moveTo("2024-05-01");
        jdbi.setSqlLogger(counter());
        entities.getStatistics().setStatisticsEnabled(true);
        try {
            for (int region = 1; region <= REGIONS; region += REGIONS / 5) {
                constantStatements(region);
            }
            var slow = new ArrayList<String>();
            questions(1, 50).forEach(question -> slow.addAll(tooSlow(question.name())));
            assertEquals(List.of(), slow);
        } finally {
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
            entities.getStatistics().setStatisticsEnabled(false);
        }
    }

    private List<Question> questions(int region, int limit) {
        var code = "L-" + region;
        var rho = Api.rho(code);
        var someAgb = "37%06d".formatted(region * PRACTICES + 1);
        var uzovi = "91%02d".formatted(region % 2);
        var insurer = Api.buyer(uzovi);
        var regioplan = "/regioplannen/" + uuid("regioplan-" + region);
        var praktijkplan = "/praktijkplannen/" + uuid("praktijkplan-" + (region * PRACTICES + 1));
        return List.of(
                new Question("praktijkplannen of an RHO", rho, "/praktijkplannen?limit=" + limit),
                new Question("praktijkplannen of all", service(), "/praktijkplannen?limit=" + limit),
                new Question(
                        "praktijkplannen with an intervention",
                        service(),
                        "/praktijkplannen?intervention=AW-03&limit=" + limit),
                new Question("praktijkplan of a practice", practice(someAgb), "/praktijkplannen?agb=" + someAgb),
                new Question("versions of a praktijkplan", rho, praktijkplan + "/versions?limit=" + limit),
                new Question("a praktijkplan compared", rho, praktijkplan + "/differences?from=1&to=3"),
                new Question(
                        "deadlines of a region", rho, "/praktijkplan-deadlines?region=" + code + "&limit=" + limit),
                new Question("overdue deadlines", service(), "/praktijkplan-deadlines?overdue=true&limit=" + limit),
                new Question("regioplannen of an RHO", rho, "/regioplannen"),
                new Question("regioplannen of an insurer", insurer, "/regioplannen?limit=" + limit),
                new Question("regioplan of a region", insurer, "/regioplannen?region=" + code),
                new Question("regioplan versions of an RHO", rho, "/regioplan-versions?limit=" + limit),
                new Question(
                        "regioplan versions in a state", insurer, "/regioplan-versions?state=APPROVED&limit=" + limit),
                new Question(
                        "regioplan versions awaiting an insurer",
                        insurer,
                        "/regioplan-versions?awaits=" + uzovi + "&limit=" + limit),
                new Question("overdue decisions", insurer, "/regioplan-deadlines?overdue=true&limit=" + limit),
                new Question("a regioplan compared", rho, regioplan + "/differences?from=1&to=" + VERSIONS),
                new Question(
                        "compliance pictures of a region",
                        rho,
                        "/compliance-pictures?region=" + code + "&year=1&limit=" + limit),
                new Question("versions of a regioplan", rho, regioplan + "/versions?limit=" + limit),
                new Question("a version of a regioplan", insurer, regioplan + "/versions/" + VERSIONS));
    }

    /** A page of one row takes as many statements as one of fifty: there is no query per row. */
    private void constantStatements(int region) {
        var small = questions(region, 1);
        var large = questions(region, 50);
        assertAll(small.stream().map(question -> () -> {
            var same = large.get(small.indexOf(question));
            int few = statementsOf(question);
            if (question.path().endsWith("limit=1")) {
                assertEquals(1, rows(question), "rows of " + question.path());
                assertTrue(rows(same) > 1, "rows of " + same.path());
            }
            assertEquals(few, statementsOf(same), same.path() + " asks more for more rows");
            assertTrue(few <= 12, few + " statements for " + same.path());
        }));
    }

    /** The fewest of some times: what the service looks for by itself meanwhile is counted too. */
    private int statementsOf(Question question) {
        return IntStream.range(0, TIMES)
                .map(time -> statementsOnce(question))
                .min()
                .orElseThrow();
    }

    private int statementsOnce(Question question) {
        statements.set(0);
        entities.getStatistics().clear();
        get(question.token(), question.path()).statusCode(200);
        int asked = statements.get() + (int) entities.getStatistics().getPrepareStatementCount();
        assertTrue(asked > 0, "statements for " + question.path());
        return asked;
    }

    private static int rows(Question question) {
        return get(question.token(), question.path())
                .extract()
                .jsonPath()
                .getList("$")
                .size();
    }

    /** What is slower than it may be, in words; with the small figures it is measured and not judged. */
    private List<String> tooSlow(String name) {
        var times = new ArrayList<Duration>();
        for (int request = -WARM_UP; request < REQUESTS; request++) {
            var asked = questions(1 + random.nextInt(REGIONS), 50).stream()
                    .filter(question -> question.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            long start = System.nanoTime();
            get(asked.token(), asked.path()).statusCode(200);
            if (request >= 0) {
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
        }
        times.sort(null);
        var percentile = times.get(times.size() * 95 / 100);
        var measured =
                "%s: %d ms at the 95th percentile of %d requests".formatted(name, percentile.toMillis(), REQUESTS);
        LOG.info(measured);
        return Scale.FULL && percentile.compareTo(ANSWER_MAX) > 0 ? List.of(measured) : List.of();
    }

    private SqlLogger counter() {
        return new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        };
    }

    private static List<Map<String, Object>> secondYearOn(String code) {
        var plan = new ArrayList<>(YEAR_2);
        plan.set(0, planned(code));
        return plan;
    }

    /** What PostgreSQL makes of {@code cast(md5(text) as uuid)}. */
    private static String uuid(String text) {
        try {
            var md5 = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(md5.getLong(), md5.getLong()).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /**
     * Copies the region, its regioplan and the praktijkplan of its practice many times over, by plain SQL and column by
     * column as they are, so that a column added later is copied too.
     */
    private void multiply() throws SQLException {
        var numbers = "generate_series(1, " + REGIONS + ") i";
        copy("rho", "code = '" + region + "'", "'code', 'L-' || i", numbers);
        copy("region", "code = '" + region + "'", "'code', 'L-' || i, 'rho', 'L-' || i", numbers);
        copy("hub", "region = '" + region + "'", "'region', 'L-' || i", numbers);
        copy(
                "regioplan",
                "rho = '" + region + "'",
                "'id', cast(md5('regioplan-' || i) as uuid), 'rho', 'L-' || i",
                numbers);
        copy(
                "regioplan_region",
                "region = '" + region + "'",
                "'regioplan_id', cast(md5('regioplan-' || i) as uuid), 'region', 'L-' || i",
                numbers);
        var template = "(select v.id from regioplan_version v join regioplan p on p.id = v.regioplan_id"
                + " where p.rho = '" + region + "')";
        var versions = numbers + ", generate_series(1, " + VERSIONS + ") n,"
                + " lateral (select replace(replace((select content from regioplan_version where id = " + template
                + "),"
                + " '" + region + "', 'L-' || i), 'Plan van', 'Plan ' || n || ' van') as content) c";
        var version = "cast(md5('regioplan_version-' || i || '-' || n) as uuid)";
        var state = "case n when " + VERSIONS + " then 'SUBMITTED' when " + IN_FORCE
                + " then 'APPROVED' else 'CHANGES_REQUESTED' end";
        copy(
                "regioplan_version",
                "id = " + template,
                "'id', " + version + ", 'regioplan_id', cast(md5('regioplan-' || i) as uuid), 'number', n, 'state', "
                        + state + ", 'decided_at', case when n < " + VERSIONS
                        + " then t.decided_at end, 'content', c.content, 'content_hash', sha256(convert_to(c.content, 'UTF8'))",
                versions);
        copy("regioplan_selection", "version_id = " + template, "'version_id', " + version, versions);
        copy(
                "regioplan_party",
                "version_id = " + template,
                "'version_id', " + version + ", 'region', 'L-' || i, 'uzovi', '91' || lpad((i % 2)::text, 2, '0')",
                versions);
        multiplyPractices(numbers + ", generate_series(1, " + PRACTICES + ") j");
        Sql.execute(Sql.OWNER, "analyze");
    }

    private void multiplyPractices(String practices) throws SQLException {
        var number = "(i * " + PRACTICES + " + j - 1)";
        var code = "'37' || lpad(" + number + "::text, 6, '0')";
        var plan = "cast(md5('praktijkplan-' || " + number + ") as uuid)";
        var version = "cast(md5('praktijkplan_version-' || " + number + " || '-' || t.number) as uuid)";
        copy("practice", "agb = '" + agb + "'", "'agb', " + code, practices);
        copy("affiliation", "agb = '" + agb + "'", "'agb', " + code + ", 'region', 'L-' || i", practices);
        copy("lot_member", "agb = '" + agb + "'", "'agb', " + code, practices);
        copy(
                "admission",
                "agb = '" + agb + "'",
                "'agb', " + code + ", 'rho', 'L-' || i, 'region', 'L-' || i",
                practices);
        copy("praktijkplan", "agb = '" + agb + "'", "'id', " + plan + ", 'agb', " + code, practices);
        var mine = "praktijkplan_id = (select id from praktijkplan where agb = '" + agb + "')";
        copy(
                "praktijkplan_version",
                mine,
                "'id', " + version + ", 'praktijkplan_id', " + plan
                        + ", 'regioplan_version_id', cast(md5('regioplan_version-' || i || '-" + IN_FORCE
                        + "') as uuid)",
                practices,
                "j % 2 = 0");
        copy(
                "praktijkplan_intervention",
                "true",
                "'version_id', " + version.replace("t.number", "o.number"),
                practices + ", lateral (select id, number from praktijkplan_version where " + mine + ") o",
                "t.version_id = o.id and j % 2 = 0");
    }

    private static void copy(String table, String which, String changes, String times) throws SQLException {
        copy(table, which, changes, times, "true");
    }

    private static void copy(String table, String which, String changes, String times, String joined)
            throws SQLException {
        Sql.execute(
                Sql.OWNER,
                "insert into %1$s select (jsonb_populate_record(t, jsonb_build_object(%3$s))).* from %1$s t, %4$s where %2$s and %5$s"
                        .formatted(table, which, changes, times, joined));
    }
}
