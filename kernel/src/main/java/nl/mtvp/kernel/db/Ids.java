package nl.mtvp.kernel.db;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Makes identifiers: UUIDs of version 7, so that keys are in the order of time. */
public final class Ids {

    private Ids() {}

    public static UUID at(Instant moment) {
        return UuidCreator.getTimeOrderedEpoch(moment);
    }
}
