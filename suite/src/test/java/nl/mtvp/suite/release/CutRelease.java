package nl.mtvp.suite.release;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Cuts a release of what is there. No test, and part of no build: CONTRIBUTING tells when to run it. */
class CutRelease {

    @Test
    void put_it_down() throws IOException {
        var now = Release.now();
        assertFalse(
                Files.exists(Release.FOLDER.resolve(now.version())),
                now.version() + " is released, and stays as it is: give the documents their next version");
        now.cut();
    }
}
