package nl.mtvp.contract.following;

import static nl.mtvp.contract.World.ALL_AFFIRMED;
import static nl.mtvp.contract.World.OFFERS;
import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.postAs;
import static nl.mtvp.contract.World.signatory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import nl.mtvp.contract.World;

/** What the tests of following share: a preferent insurer's contract, and an insurer that may follow it. */
@ApplicationScoped
public class FollowingWorld {

    public static final String PROPOSALS = "/v1/following-proposals";

    private final World world;

    FollowingWorld(World world) {
        this.world = world;
    }

    /** A registered insurer that nobody used before. */
    public String newInsurer() {
        var uzovi = world.newUzovi();
        world.register(uzovi, world.newAgb());
        return uzovi;
    }

    /** A contract with the insurer, whose practice lets others follow. */
    public String contracted(String uzovi, String agb, boolean othersMayFollow) {
        var body = new HashMap<String, Object>(ALL_AFFIRMED);
        body.put("othersMayFollow", othersMayFollow);
        var offer = world.offered(uzovi, agb, "2023-04-01");
        return postAs(signatory(agb), OFFERS + "/" + offer + "/acceptances", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The ids of the pair's following proposals. */
    public List<String> proposals(String uzovi, String agb) {
        return getAs(buyer(uzovi), PROPOSALS + "?agb=" + agb + "&uzovi=" + uzovi)
                .statusCode(200)
                .extract()
                .path("id");
    }

    public List<String> states(String uzovi, String agb) {
        return getAs(buyer(uzovi), PROPOSALS + "?agb=" + agb + "&uzovi=" + uzovi)
                .extract()
                .path("state");
    }

    /** The ids of the pair's contracts. */
    public List<String> contracts(String uzovi, String agb) {
        return getAs(buyer(uzovi), "/v1/contracts?agb=" + agb + "&uzovi=" + uzovi)
                .extract()
                .path("id");
    }
}
