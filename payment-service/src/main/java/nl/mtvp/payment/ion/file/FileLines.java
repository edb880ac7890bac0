package nl.mtvp.payment.ion.file;

import java.util.UUID;
import java.util.function.Consumer;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;

/** Gives refused rows their line numbers in the file: the header is line 1, and blank lines, malformed too, count. */
final class FileLines {

    private final long[] blankLines;
    private final Consumer<RefusedLine> taker;
    private int blanks;

    FileLines(long[] blankLines, Consumer<RefusedLine> taker) {
        this.blankLines = blankLines.clone();
        this.taker = taker;
    }

    /** @param row among the rows that are not blank, from 1; rows come ascending */
    void take(long row, LineCode code, UUID pseudonym, Agb agb) {
        while (blanks < blankLines.length && blankLines[blanks] <= row + 1 + blanks) {
            blank();
        }
        taker.accept(new RefusedLine(row + 1 + blanks, code, pseudonym, agb));
    }

    void end() {
        while (blanks < blankLines.length) {
            blank();
        }
    }

    private void blank() {
        taker.accept(new RefusedLine(blankLines[blanks++], LineCode.MALFORMED, null, null));
    }
}
