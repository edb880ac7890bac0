package nl.mtvp.suite.stack;

import java.nio.file.Path;
import java.time.Instant;
import nl.mtvp.suite.common.Service;

/**
 * How a stack starts.
 *
 * @param beginsAt what the suite takes for now; null to go on with the time that is kept, or from today
 * @param keepsData whether it goes on with what an earlier stack had in this folder
 * @param idSeed decides the ids that the services make; null for none
 * @param developed the service that runs in Quarkus' dev mode, from its sources; null for none
 */
public record Options(Path data, int portBase, Instant beginsAt, boolean keepsData, String idSeed, Service developed) {

    /** One that begins anew. */
    public Options(Path data, int portBase, Instant beginsAt) {
        this(data, portBase, beginsAt, false, null, null);
    }

    /** The same with ids that a seed decides. */
    public Options withIds(String seed) {
        return new Options(data, portBase, beginsAt, keepsData, seed, developed);
    }

    /** The same with a service in dev mode, whose ids no seed decides. */
    public Options developing(Service service) {
        return new Options(data, portBase, beginsAt, keepsData, null, service);
    }
}
