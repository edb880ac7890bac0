package nl.mtvp.plan.regioplan;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.feed.NewEvent;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.RhoShare;

/** What the neighbours learn of regioplannen. The subject is the plan. */
final class RegioplanEvents {

    /** A region of an approved plan, with the insurers that decided for it. */
    record RegionData(String region, List<Uzovi> preferentInsurers) {}

    record Approved(
            UUID regioplanId,
            UUID versionId,
            int versionNumber,
            String contentHash,
            String rho,
            List<RegionData> regions,
            Instant approvedAt,
            RhoShare.Written rhoShare) {}

    record Superseded(UUID regioplanId, UUID versionId, UUID supersededByVersionId) {}

    private RegioplanEvents() {}

    static NewEvent approved(PlanVersion version, Instant approvedAt) {
        var regions = version.parties().stream()
                .collect(Collectors.groupingBy(
                        Party::region, TreeMap::new, Collectors.mapping(Party::uzovi, Collectors.toList())))
                .entrySet()
                .stream()
                .map(region -> new RegionData(region.getKey(), region.getValue()))
                .toList();
        var share = version.content().details().rhoShare();
        var data = new Approved(
                version.regioplanId(),
                version.id(),
                version.number(),
                version.content().hash(),
                version.content().rho(),
                regions,
                approvedAt,
                share == null ? null : share.written());
        return new NewEvent(
                "nl.mtvp.regioplan-approved.v1", version.regioplanId().toString(), data);
    }

    static NewEvent superseded(PlanVersion old, PlanVersion successor) {
        var data = new Superseded(old.regioplanId(), old.id(), successor.id());
        return new NewEvent("nl.mtvp.regioplan-superseded.v1", old.regioplanId().toString(), data);
    }
}
