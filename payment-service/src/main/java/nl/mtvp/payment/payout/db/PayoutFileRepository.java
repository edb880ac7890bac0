package nl.mtvp.payment.payout.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.payout.domain.Payout;
import nl.mtvp.payment.payout.domain.Payout.PayoutFile;
import nl.mtvp.payment.payout.file.CreditTransfers.Transfer;
import nl.mtvp.payment.payout.file.PaymentSchema;

/** A payout's file in its pieces: written while it is made, read while it is sent, never whole in memory. */
@ApplicationScoped
public class PayoutFileRepository {

    private static final int FETCH_SIZE = 500;

    private final Sql sql;

    PayoutFileRepository(Sql sql) {
        this.sql = sql;
    }

    /** Makes the file of a payout, once: what it holds is said by who writes to the stream, from the transfers. */
    public PayoutFile make(Payout payout, BiConsumer<OutputStream, Iterator<Transfer>> writer) {
        var pieces = new FilePieces(sql, payout.id());
        var digesting = new DigestOutputStream(pieces, Digests.sha256());
        try (var transfers = sql.query(
                                """
                                select l.number, l.cents, p.iban, p.holder_name, p.street, p.building_number, p.post_code,
                                       p.town, p.country
                                from payout_line l join bank_account_proposal p on p.id = l.account_id
                                where l.payout_id = :payout order by l.number
                                """)
                        .bind("payout", payout.id())
                        .setFetchSize(FETCH_SIZE)
                        .map((row, context) -> new Transfer(
                                payout.endToEndId(row.getLong("number")),
                                new Euro(row.getLong("cents")),
                                new BankAccount(
                                        new Iban(row.getString("iban")),
                                        row.getString("holder_name"),
                                        PayoutLineRepository.address(row)),
                                payout.remittance()))
                        .iterator();
                digesting) {
            writer.accept(digesting, transfers);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var file = new PayoutFile(Digests.hex(digesting.getMessageDigest().digest()), pieces.size());
        sql.update("insert into payout_file (payout_id, digest, size) values (:id, decode(:digest, 'hex'), :size)")
                .bind("id", payout.id())
                .bindMethods(file)
                .execute();
        return file;
    }

    /** The files of those of these payouts that have one. */
    public Map<UUID, PayoutFile> files(Collection<UUID> payouts) {
        return sql.query(
                        """
                        select payout_id, encode(digest, 'hex') as digest, size from payout_file
                        where payout_id = any(:payouts)
                        """)
                .bind("payouts", payouts.toArray(UUID[]::new))
                .map((row, context) -> Map.entry(
                        row.getObject("payout_id", UUID.class),
                        new PayoutFile(row.getString("digest"), row.getLong("size"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Why no bank would take a payout's file; empty when one would. */
    public Optional<String> findFault(UUID payout) {
        return PaymentSchema.fault(content(payout));
    }

    /** The file's bytes, piece by piece, within the running transaction. */
    private InputStream content(UUID payout) {
        var pieces = sql.query("select content from payout_file_piece where payout_id = :payout order by number")
                .bind("payout", payout)
                .setFetchSize(4)
                .mapTo(byte[].class)
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return pieces.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(pieces.next());
            }
        });
    }

    /** Sends the file's bytes on, piece by piece. */
    public void read(UUID payout, OutputStream out) {
        try (var content = content(payout)) {
            content.transferTo(out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A stream into the table of a file's pieces; the last piece is written when it is closed. */
    private static final class FilePieces extends OutputStream {

        private static final int PIECE_BYTES = 262_144;

        private final Sql sql;
        private final UUID payout;
        private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
        private int written;
        private long size;

        FilePieces(Sql sql, UUID payout) {
            this.sql = sql;
            this.payout = payout;
        }

        /** How many bytes are stored. */
        long size() {
            return size;
        }

        @Override
        public void write(int oneByte) {
            piece.put((byte) oneByte);
            storeIfFull();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int done = 0; done < length; ) {
                int fits = Math.min(length - done, piece.remaining());
                piece.put(bytes, offset + done, fits);
                done += fits;
                storeIfFull();
            }
        }

        private void storeIfFull() {
            if (!piece.hasRemaining()) {
                store();
            }
        }

        @Override
        public void close() {
            if (piece.position() > 0) {
                store();
            }
        }

        private void store() {
            written++;
            size += piece.position();
            sql.update(
                            """
                            insert into payout_file_piece (payout_id, number, content) values (:payout, :number, :content)
                            """)
                    .bind("payout", payout)
                    .bind("number", written)
                    .bind("content", Arrays.copyOf(piece.array(), piece.position()))
                    .execute();
            piece.clear();
        }
    }
}
