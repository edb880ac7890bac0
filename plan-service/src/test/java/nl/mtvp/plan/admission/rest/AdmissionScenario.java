package nl.mtvp.plan.admission.rest;

import static nl.mtvp.plan.Api.agb;
import static nl.mtvp.plan.Api.get;
import static nl.mtvp.plan.Api.line;
import static nl.mtvp.plan.Api.notary;
import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practices;
import static nl.mtvp.plan.Api.region;
import static nl.mtvp.plan.Api.rho;
import static nl.mtvp.plan.Api.service;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.Feed;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** A region of three hubs with five practices, and the steps that tests of its rounds take. */
abstract class AdmissionScenario {

    private static final Random RANDOM = new Random(20230401);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    String region;
    /** The notary's; each draw has one of its own. */
    String seed = newSeed();

    final String zeist = agb();
    final String zeistLater = agb();
    final String soest = agb();
    final String soestOut = agb();
    final String bunnik = agb();

    @BeforeEach
    void a_region_of_three_hubs_with_five_practices() {
        TestClock.at("2023-05-15");
        region = region("Bunnik", "Soest", "Zeist");
        practices(
                region,
                line(zeist, "Zeist", 4_000),
                line(zeistLater, "Zeist", 1_000),
                line(soest, "Soest", 2_000),
                line(soestOut, "Soest", 500),
                line(bunnik, "Bunnik", 2_500));
        prefer(zeistLater, true, "2023-Q4");
        prefer(soestOut, false, null);
    }

    void execute(String user, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(databaseUrl, user, user);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String open(String quarter) {
        String id = post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", quarter))
                .statusCode(201)
                .body("state", is("OPEN"))
                .body("pool", nullValue())
                .extract()
                .path("roundId");
        return "/admission-rounds/" + id;
    }

    static String newSeed() {
        var bytes = new byte[32];
        synchronized (RANDOM) {
            RANDOM.nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    String commitment() {
        return Digests.hex(Digests.sha256(HexFormat.of().parseHex(seed)));
    }

    void commit(String round) {
        post(notary(), round + "/commitments", Map.of("commitment", commitment()))
                .statusCode(201);
    }

    static String desk() {
        return Tokens.of("desk", Roles.NATIONAL_DESK);
    }

    /** The transcript as anybody fetches it. */
    static String text(String path) {
        return get(service(), path).statusCode(200).extract().asString();
    }

    String frozen(String quarter) {
        var round = open(quarter);
        seed = newSeed();
        commit(round);
        post(rho(region), round + "/freezes").statusCode(201).body("state", is("FROZEN"));
        return round;
    }

    String drawn(String quarter) {
        var round = frozen(quarter);
        post(notary(), round + "/draws", Map.of("seed", seed)).statusCode(201).body("state", is("CLOSED"));
        return round;
    }

    void refused(String quarter, String code) {
        post(rho(region), "/admission-rounds", Map.of("region", region, "quarter", quarter))
                .statusCode(409)
                .body("type", is("urn:mtvp:problem:" + code));
    }

    void prefer(String agb, boolean takesPart, String laterQuarter) {
        post(
                        rho(region),
                        "/regions/" + region + "/preferences",
                        Map.of("preferences", List.of(preference(agb, takesPart, laterQuarter))))
                .statusCode(201);
    }

    static Map<String, Object> preference(String agb, boolean takesPart, String laterQuarter) {
        var line = new HashMap<String, Object>();
        line.put("agb", agb);
        line.put("takesPart", takesPart);
        line.put("laterQuarter", laterQuarter);
        return line;
    }

    int usedAfter(String round) {
        return get(service(), round + "/transcript").extract().path("turns[-1].usedIonAfter");
    }

    String hub(String name) {
        return "hub:" + region + "/" + name;
    }

    List<Map<String, Object>> events(String type) {
        return Feed.of(type).stream()
                .filter(data -> region.equals(data.get("region")))
                .toList();
    }
}
