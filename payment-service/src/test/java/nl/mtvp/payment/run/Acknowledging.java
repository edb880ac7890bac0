package nl.mtvp.payment.run;

import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.payment.run.domain.RunWarning;
import nl.mtvp.payment.run.domain.WarningKind;

/** Somebody who looks at whatever a run warns of, for tests about something else. */
final class Acknowledging {

    private Acknowledging() {}

    static void all(RunUseCases runs, UUID run, String hash) {
        runs.warnings(run, Visibility.EVERYTHING, PageRequest.first(1_000)).rows().stream()
                .map(RunWarning::kind)
                .filter(kind -> kind != WarningKind.MASS_MOVE)
                .collect(Collectors.toSet())
                .forEach(kind -> runs.acknowledge(
                        run, hash, kind, null, "looked at", Visibility.EVERYTHING, new Actor("maker", "test")));
    }
}
