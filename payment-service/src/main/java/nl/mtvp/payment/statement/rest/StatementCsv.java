package nl.mtvp.payment.statement.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.explanation.domain.Sentence;
import nl.mtvp.payment.statement.StatementUseCases.Specified;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.Statement.StatementLine;

/** A statement as CSV (RFC 4180): a row for each part, and one for a line that books nothing. */
final class StatementCsv {

    private static final List<Column> COLUMNS = List.of(
            new Column("uzovi", row -> row.statement().uzovi()),
            new Column("creditor", row -> row.statement().creditor()),
            new Column("agb", row -> row.line().line().agb()),
            new Column("runId", row -> row.statement().runId()),
            new Column("bookedAt", row -> row.statement().bookedAt()),
            new Column("quarter", row -> row.facts().quarter()),
            new Column("peildatum", row -> Quarters.peildatum(row.facts().quarter())),
            new Column("cause", row -> row.part() == null ? null : row.part().cause()),
            new Column(
                    "amount",
                    row -> new Euro(row.part() == null ? 0 : row.part().cents())),
            new Column("bookedBefore", row -> new Euro(row.line().bookedBeforeCents())),
            new Column("bookedNow", row -> new Euro(row.line().bookedNowCents())),
            new Column("due", row -> new Euro(row.line().dueCents())),
            new Column(
                    "ion",
                    row -> row.facts().count() == null
                            ? null
                            : row.facts().count().ion()),
            new Column("euroPerIonPerQuarter", Row::tariff),
            new Column("arithmetic", row -> row.line().explanation().arithmetic()),
            new Column("zeroReason", row -> row.line().line().zeroReason()),
            new Column(
                    "sentenceNl",
                    row -> row.sentence() == null ? null : row.sentence().nl()),
            new Column(
                    "sentenceEn",
                    row -> row.sentence() == null ? null : row.sentence().en()),
            new Column("contractId", row -> row.line().line().contractId()),
            new Column("lineId", row -> row.line().line().id()),
            new Column("postingNumber", row -> row.statement().postingNumber()),
            new Column("digest", row -> row.statement().digest()),
            new Column("head", row -> row.statement().head()),
            new Column("remittance", row -> row.statement().remittance()));

    private static final ObjectWriter WRITER = new CsvMapper()
            .writer(CsvSchema.builder()
                    .addColumns(COLUMNS.stream().map(Column::name).toList(), CsvSchema.ColumnType.STRING)
                    .setUseHeader(true)
                    .setLineSeparator("\r\n")
                    .build());

    private StatementCsv() {}

    /** What a column holds of a row; null is left empty. */
    private record Column(String name, Function<Row, Object> value) {}

    /** @param part and its sentence; of a line that books nothing null, and the sentence that says why */
    private record Row(Statement statement, StatementLine line, Part part, Sentence sentence) {

        Facts facts() {
            return line.line().facts();
        }

        Euro tariff() {
            return facts().tariff() == null ? null : new Euro(facts().tariff().centsPerIon());
        }

        List<String> written() {
            return COLUMNS.stream()
                    .map(column -> Objects.toString(column.value().apply(this), ""))
                    .toList();
        }
    }

    static String of(Specified specified) {
        var rows = new ArrayList<List<String>>();
        var statement = specified.statement();
        for (var line : specified.lines()) {
            var explanation = line.explanation();
            if (explanation.parts().isEmpty()) {
                rows.add(new Row(statement, line, null, explanation.zero()).written());
            }
            explanation
                    .parts()
                    .forEach(part -> rows.add(new Row(statement, line, part.part(), part.sentence()).written()));
        }
        try {
            return WRITER.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of text are written as they are", impossible);
        }
    }
}
