package nl.mtvp.suite.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import nl.mtvp.suite.world.Hub;
import nl.mtvp.suite.world.Practice;
import nl.mtvp.suite.world.Rho.Region;
import org.junit.jupiter.api.Test;

class AdmissionsTest {

    private static final Practice FIRST = new Practice("01000001", "first", 1_000);
    private static final Practice SECOND = new Practice("01000002", "second", 2_000);
    private static final Practice THIRD = new Practice("01000003", "third", 3_000);
    private static final Hub NORTH = new Hub("R", "North", "90000001", List.of(FIRST, SECOND));
    private static final Hub SOUTH = new Hub("R", "South", "90000002", List.of(THIRD));
    private static final Region REGION = new Region("R", "3311", List.of(NORTH, SOUTH));

    private final Admissions admissions = new Admissions();

    @Test
    void a_hubs_lot_has_the_ION_of_its_practices_that_may_start_D18() {
        admissions.startsLater(SECOND.agb(), Quarter.Q4_2023);
        admissions.optOut(THIRD.agb());
        assertEquals(Map.of("hub:R/North", 1_000L), admissions.lots(REGION, Quarter.Q3_2023));
    }

    @Test
    void who_comes_later_than_an_admitted_hub_is_a_lot_of_its_own_D18() throws Exception {
        admissions.startsLater(SECOND.agb(), Quarter.Q4_2023);
        admissions.take(
                transcript(
                        """
                        {"pool": {"lots": [{"id": "hub:R/North", "members": [{"agb": "01000001"}]}]},
                         "turns": [{"lotId": "hub:R/North", "outcome": "ADMITTED"}]}"""),
                Quarter.Q3_2023);
        assertEquals(
                Map.of("practice:01000002", 2_000L, "hub:R/South", 3_000L), admissions.lots(REGION, Quarter.Q4_2023));
        assertEquals(Map.of(NORTH, List.of(FIRST)), admissions.startingIn(REGION, Quarter.Q3_2023));
    }

    @Test
    void a_lapsed_lot_admits_nobody() throws Exception {
        admissions.take(
                transcript(
                        """
                        {"pool": {"lots": [{"id": "hub:R/North", "members": [{"agb": "01000001"}]}]},
                         "turns": [{"lotId": "hub:R/North", "outcome": "LAPSED"}]}"""),
                Quarter.Q3_2023);
        assertEquals(Map.of(), admissions.startingIn(REGION, Quarter.Q3_2023));
        assertEquals(3_000L, admissions.lots(REGION, Quarter.Q4_2023).get("hub:R/North"));
    }

    private static JsonNode transcript(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
