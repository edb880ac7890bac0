package nl.mtvp.payment.payout.db;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import nl.mtvp.kernel.db.Sql;

/** A stream into the table of a file's pieces; the last piece is written when it is closed. */
final class FilePieces extends OutputStream {

    private static final int PIECE_BYTES = 262_144;

    private final Sql sql;
    private final UUID payout;
    private final byte[] piece = new byte[PIECE_BYTES];
    private int filled;
    private int written;
    private long size;

    FilePieces(Sql sql, UUID payout) {
        this.sql = sql;
        this.payout = payout;
    }

    long size() {
        return size;
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int from = 0; from < length; ) {
            int fits = Math.min(length - from, PIECE_BYTES - filled);
            System.arraycopy(bytes, offset + from, piece, filled, fits);
            filled += fits;
            from += fits;
            if (filled == PIECE_BYTES) {
                store();
            }
        }
        size += length;
    }

    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }

    private void store() {
        written++;
        sql.update(
                        """
                        insert into payout_file_piece (payout_id, number, content) values (:payout, :number, :content)
                        """)
                .bind("payout", payout)
                .bind("number", written)
                .bind("content", Arrays.copyOf(piece, filled))
                .execute();
        filled = 0;
    }
}
