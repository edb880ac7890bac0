package nl.mtvp.plan.region.domain;

import java.util.List;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Why a region, a hub, an RHO or a practice is not registered or shown (D5). */
public final class RegionRefused extends DomainFailure {

    private RegionRefused(Kind kind, String code, String message, List<Fault> faults) {
        super(kind, code, message, faults);
    }

    private static RegionRefused conflict(String code, String message) {
        return new RegionRefused(Kind.CONFLICT, code, message, List.of());
    }

    /** The region has a hub of that name. */
    public static RegionRefused hubExists(String region, String name) {
        return conflict("hub-exists", "region " + region + " has a hub " + name + " already");
    }

    /** The insurer negotiates in the region already. */
    public static RegionRefused insurerIsPreferent(String region, Uzovi uzovi) {
        return conflict("insurer-is-preferent", "insurer " + uzovi + " is preferent in region " + region + " already");
    }

    /** The practice moves on that day already, and has one place at a time (D5). */
    public static RegionRefused movesThatDay(Agb agb, Affiliation last) {
        return conflict(
                "moves-that-day",
                "D5: practice " + agb + " moves to " + last.region() + "/" + last.hub() + " on that day already");
    }

    /** The practice would move to where it is (D5). */
    public static RegionRefused practiceIsThere(Agb agb, Affiliation last) {
        return conflict(
                "practice-is-there",
                "D5: practice " + agb + " belongs to " + last.region() + "/" + last.hub() + " already");
    }

    /** No RHO declared the practice, or it is not for who asks. */
    public static NotFound practiceNotFound(Agb agb) {
        return new NotFound("practice-not-found", "no practice that you may see has the AGB code " + agb);
    }

    /** Lines of a list of practices do not go with what is registered; none of the list was taken. */
    public static RegionRefused practicesRefused(List<Fault> faults) {
        return new RegionRefused(
                Kind.CONFLICT,
                "practices-refused",
                faults.size() + " of the lines cannot be taken, so none was; see errors",
                faults);
    }

    /** The code is a region's already. */
    public static RegionRefused exists(String code) {
        return conflict("region-exists", "region " + code + " exists already");
    }

    /** No region has the code. */
    public static NotFound notFound(String code) {
        return new NotFound("region-not-found", "no region has the code " + code);
    }

    /** The code is an RHO's already. */
    public static RegionRefused rhoExists(String code) {
        return conflict("rho-exists", "RHO " + code + " is registered already");
    }

    /** An RHO wants a region or a plan before it registered itself. */
    public static RegionRefused rhoNotRegistered(String code) {
        return conflict("rho-not-registered", "RHO " + code + " is not registered: POST it to /rhos first");
    }

    /** A practice would move to a hub that the region does not have (yet). */
    public static RegionRefused unknownHub(String region, String hub) {
        return conflict(
                "unknown-hub",
                "D5: there is no hub " + hub + " in a region " + region + "; its RHO adds it first, spelled the same");
    }
}
