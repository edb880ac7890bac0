package nl.mtvp.plan.regioplan.domain;

import static nl.mtvp.plan.regioplan.domain.VersionState.APPROVED;
import static nl.mtvp.plan.regioplan.domain.VersionState.CHANGES_REQUESTED;
import static nl.mtvp.plan.regioplan.domain.VersionState.DRAFT;
import static nl.mtvp.plan.regioplan.domain.VersionState.REJECTED;
import static nl.mtvp.plan.regioplan.domain.VersionState.SUBMITTED;
import static nl.mtvp.plan.regioplan.domain.VersionState.SUPERSEDED;
import static nl.mtvp.plan.regioplan.domain.VersionState.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionStateTest {

    private static final Map<VersionState, Set<VersionState>> NEXT = Map.of(
            DRAFT, Set.of(SUBMITTED),
            SUBMITTED, Set.of(APPROVED, CHANGES_REQUESTED, REJECTED, WITHDRAWN),
            APPROVED, Set.of(SUPERSEDED),
            CHANGES_REQUESTED, Set.of(),
            REJECTED, Set.of(),
            SUPERSEDED, Set.of(),
            WITHDRAWN, Set.of());

    @ParameterizedTest
    @EnumSource
    void D6_a_version_goes_these_ways_and_no_other(VersionState from) {
        for (var to : EnumSet.allOf(VersionState.class)) {
            assertEquals(NEXT.get(from).contains(to), from.allows(to), from + " -> " + to);
        }
    }
}
