package nl.mtvp.payment.ion.file;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;

/** Gives refused rows their line numbers in the file, where the header is line 1 and malformed lines stand between. */
final class FileLines {

    /** The number of the first row's line when no malformed one stands before it. */
    private static final int FIRST = 2;

    private final List<RefusedLine> malformed;
    private final Consumer<RefusedLine> taker;
    private int passed;

    FileLines(List<RefusedLine> malformed, Consumer<RefusedLine> taker) {
        this.malformed = malformed;
        this.taker = taker;
    }

    /** @param row among those that are not malformed, from 0; rows come ascending */
    void take(long row, LineCode code, UUID pseudonym, Agb agb) {
        while (passed < malformed.size() && malformed.get(passed).line() <= row + FIRST + passed) {
            taker.accept(malformed.get(passed++));
        }
        taker.accept(new RefusedLine(row + FIRST + passed, code, pseudonym, agb, null));
    }

    void end() {
        while (passed < malformed.size()) {
            taker.accept(malformed.get(passed++));
        }
    }
}
