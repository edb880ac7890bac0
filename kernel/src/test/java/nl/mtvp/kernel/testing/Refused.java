package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nl.mtvp.kernel.failure.DomainFailure;
import org.junit.jupiter.api.function.Executable;

/** Holds that the domain says no, and why. */
public final class Refused {

    private Refused() {}

    /** @param code the one reason that is right, as clients read it */
    public static DomainFailure assertRefused(String code, Executable work) {
        var refused = assertThrows(DomainFailure.class, work);
        assertEquals(code, refused.code(), refused.getMessage());
        return refused;
    }
}
