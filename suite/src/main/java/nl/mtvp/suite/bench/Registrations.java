package nl.mtvp.suite.bench;

import java.nio.file.Path;
import nl.mtvp.suite.story.DeliveryFile;
import nl.mtvp.suite.story.DeliveryFile.Written;

/**
 * The patients of ten insurers of one size, with 5,000 practices: the same ones every time. One line in 200 belongs to a
 * patient who stands in the file already (0.5 %): a copy, or an older registration with another practice. One patient in
 * 5,000 stands with the next insurer too.
 */
final class Registrations {

    private static final int PRACTICES = 5_000;
    private static final int FIRST_AGB = 1_500_000;
    private static final int TWICE_EVERY = 200;
    private static final int SHARED_EVERY = 5_000;
    private static final int INSURERS = 10;
    /** Spreads neighbouring patients over practices; prime, so that every practice gets its part. */
    private static final int STRIDE = 2_347;

    private final int lines;

    /** @param lines of one insurer's file */
    Registrations(int lines) {
        this.lines = lines;
    }

    Written write(Path path, int insurer) {
        long first = (long) insurer * lines;
        long next = (long) ((insurer + 1) % INSURERS) * lines;
        try (var file = new DeliveryFile(path)) {
            for (int at = 0; at < lines; at++) {
                if (at % SHARED_EVERY == 1) {
                    // The next line of the next insurer is that of an ordinary patient.
                    file.patient(next + at + 1, agb(at));
                } else if (at % TWICE_EVERY == TWICE_EVERY - 1) {
                    again(file, first + at - 1, at);
                } else {
                    file.patient(first + at, agb(at));
                }
            }
            return file.written();
        }
    }

    /** The patient of the line before once more. */
    private static void again(DeliveryFile file, long patient, int at) {
        if (at / TWICE_EVERY % 2 == 0) {
            file.copy(patient, agb(at - 1));
        } else {
            file.olderElsewhere(patient, agb(at));
        }
    }

    /** Lines of one insurer whose patient another one has: the next one's here, and one's own at the one before. */
    static int conflicts(int lines) {
        int shared = (lines - 2) / SHARED_EVERY + 1;
        return 2 * shared;
    }

    private static String agb(int at) {
        return "0" + (FIRST_AGB + (int) ((long) at * STRIDE % PRACTICES));
    }
}
