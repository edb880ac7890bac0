package nl.mtvp.payment.run.db;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.run.domain.ProposedLine;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Lines with their parts, as rows of COPY's text form: the database takes them in while the next ones are written. */
final class LineCopy {

    private static final String LINES =
            "copy payment_line (id, run_id, uzovi, contract_id, agb, quarter, facts, due_practice, due_rho,"
                    + " previous_line_id, zero_reason) from stdin";
    private static final String PARTS = "copy payment_part (line_id, number, cause, component, cents) from stdin";
    private static final String ABSENT = "\\N";
    private static final int CHUNK = 1 << 16;

    private final FactsJson json = new FactsJson();
    private final UUID run;
    private final Instant now;
    private final StringBuilder lines = new StringBuilder(CHUNK * 2);
    private final StringBuilder parts = new StringBuilder(CHUNK * 2);

    private LineCopy(UUID run, Instant now) {
        this.run = run;
        this.now = now;
    }

    static void add(Sql sql, UUID run, Collection<ProposedLine> proposed, Instant now) {
        try {
            sql.copy(copy -> new LineCopy(run, now).write(copy, proposed));
        } catch (SQLException failure) {
            throw new IllegalStateException("the lines of run " + run + " cannot be written", failure);
        }
    }

    /** @return how many parts were written */
    private long write(CopyManager copy, Collection<ProposedLine> proposed) throws SQLException {
        var target = copy.copyIn(LINES);
        for (var line : proposed) {
            add(line);
            if (lines.length() > CHUNK) {
                flush(target, lines);
            }
        }
        flush(target, lines);
        target.endCopy();
        target = copy.copyIn(PARTS);
        flush(target, parts);
        return target.endCopy();
    }

    private void add(ProposedLine line) {
        var contract = line.contract();
        var id = Ids.at(now).toString();
        lines.append(id).append('\t').append(run).append('\t');
        lines.append(contract.uzovi().code())
                .append('\t')
                .append(contract.contractId())
                .append('\t');
        lines.append(contract.agb().code()).append('\t');
        lines.append(Quarters.peildatum(contract.facts().quarter())).append('\t');
        lines.append(escaped(json.written(contract.facts()))).append('\t');
        lines.append(line.due().practiceCents())
                .append('\t')
                .append(line.due().rhoCents())
                .append('\t');
        lines.append(line.previous() == null ? ABSENT : line.previous().lineId())
                .append('\t');
        lines.append(line.zeroReason() == null ? ABSENT : line.zeroReason().name())
                .append('\n');
        int number = 0;
        for (var part : line.parts()) {
            parts.append(id).append('\t').append(++number).append('\t');
            parts.append(part.cause().name())
                    .append('\t')
                    .append(part.component().name())
                    .append('\t');
            parts.append(part.cents()).append('\n');
        }
    }

    /** JSON holds no tab and no line's end; COPY reads its backslashes as its own. */
    private static String escaped(String json) {
        return json.indexOf('\\') < 0 ? json : json.replace("\\", "\\\\");
    }

    private static void flush(CopyIn target, StringBuilder rows) throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        target.writeToCopy(bytes, 0, bytes.length);
    }
}
