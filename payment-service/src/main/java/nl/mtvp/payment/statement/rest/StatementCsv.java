package nl.mtvp.payment.statement.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.explanation.domain.Sentence;
import nl.mtvp.payment.statement.StatementUseCases.Specified;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.StatementLine;

/** A statement as CSV (RFC 4180): a row for each part, and one for a line that books nothing. */
final class StatementCsv {

    private static final List<String> COLUMNS = List.of(
            "uzovi",
            "creditor",
            "agb",
            "runId",
            "bookedAt",
            "quarter",
            "peildatum",
            "cause",
            "amount",
            "bookedBefore",
            "bookedNow",
            "due",
            "ion",
            "euroPerIonPerQuarter",
            "arithmetic",
            "zeroReason",
            "sentenceNl",
            "sentenceEn",
            "contractId",
            "lineId",
            "postingNumber",
            "digest",
            "head",
            "remittance");

    private static final ObjectWriter WRITER = new CsvMapper()
            .writer(CsvSchema.builder()
                    .addColumns(COLUMNS, CsvSchema.ColumnType.STRING)
                    .setUseHeader(true)
                    .setLineSeparator("\r\n")
                    .build());

    private StatementCsv() {}

    static String of(Specified specified) {
        var rows = new ArrayList<List<String>>();
        for (var line : specified.lines()) {
            if (line.explanation().parts().isEmpty()) {
                rows.add(row(
                        specified.statement(), line, null, line.explanation().zero()));
            }
            line.explanation()
                    .parts()
                    .forEach(part -> rows.add(row(specified.statement(), line, part.part(), part.sentence())));
        }
        try {
            return WRITER.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of text are written as they are", impossible);
        }
    }

    private static List<String> row(Statement statement, StatementLine line, Part part, Sentence sentence) {
        var facts = line.line().facts();
        var reason = line.line().zeroReason();
        return List.of(
                statement.uzovi().code(),
                statement.creditor(),
                line.line().agb().code(),
                statement.runId().toString(),
                statement.bookedAt().toString(),
                facts.quarter().toString(),
                Quarters.peildatum(facts.quarter()).toString(),
                part == null ? "" : part.cause().name(),
                new Euro(part == null ? 0 : part.cents()).toString(),
                new Euro(line.bookedBeforeCents()).toString(),
                new Euro(line.bookedNowCents()).toString(),
                new Euro(line.dueCents()).toString(),
                facts.count() == null ? "" : Long.toString(facts.count().ion()),
                facts.tariff() == null ? "" : new Euro(facts.tariff().centsPerIon()).toString(),
                line.explanation().arithmetic(),
                reason == null ? "" : reason.name(),
                sentence == null ? "" : sentence.nl(),
                sentence == null ? "" : sentence.en(),
                line.line().contractId().toString(),
                line.line().id().toString(),
                Long.toString(statement.postingNumber()),
                statement.digest(),
                statement.head(),
                statement.remittance() == null ? "" : statement.remittance());
    }
}
