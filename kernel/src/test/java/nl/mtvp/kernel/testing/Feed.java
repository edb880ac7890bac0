package nl.mtvp.kernel.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.access.Roles;

/** What the service under test tells its neighbours, page by page as they read it. */
public final class Feed {

    private Feed() {}

    /** Every event so far, in its order. */
    public static List<Map<String, Object>> events() {
        var events = new ArrayList<Map<String, Object>>();
        String last = null;
        for (var page = after(last); !page.getList("$").isEmpty(); page = after(last)) {
            events.addAll(page.getList("$"));
            last = page.getString("last().id");
        }
        return events;
    }

    /** The data of every event of a type so far, in their order. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> of(String type) {
        return events().stream()
                .filter(event -> type.equals(event.get("type")))
                .map(event -> (Map<String, Object>) event.get("data"))
                .toList();
    }

    private static JsonPath after(String last) {
        var asked = given().auth()
                .oauth2(Tokens.system("a-neighbour", Map.of(), Roles.SERVICE))
                .queryParam("limit", 1_000);
        if (last != null) {
            asked.queryParam("lastEventId", last);
        }
        return asked.get("/v1/events").then().statusCode(200).extract().jsonPath();
    }
}
