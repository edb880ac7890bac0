package nl.mtvp.payment.statement.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.explanation.domain.CauseNames;
import nl.mtvp.payment.explanation.domain.Language;
import nl.mtvp.payment.statement.StatementUseCases.Specified;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.StatementLine;

/** What a printed statement says, in one language: everything is text already, and the template escapes it. */
public record StatementPage(
        Language in,
        String creditor,
        String insurer,
        String quarter,
        String peildatum,
        String bookedAt,
        String total,
        String lead,
        String transfer,
        List<Row> rows,
        List<Told> told,
        Statement proof,
        RawString css) {

    /** A row of the table: a contract in a quarter. */
    public record Row(
            String number,
            String quarter,
            String peildatum,
            List<String> causes,
            String before,
            String now,
            String due) {}

    /** The explanation of a row. */
    public record Told(
            String number,
            String quarter,
            List<String> sentences,
            String calculation,
            List<String> inputs,
            String rules) {}

    /** The template. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance statement(StatementPage page);
    }

    static String html(Specified specified, Language in) {
        return unbroken(Templates.statement(of(specified, in)).render());
    }

    /** An amount never breaks over lines: not after its minus, and not after its sign. */
    private static String unbroken(String html) {
        return html.replace("-€", "-\u2060€").replace("€ ", "€\u00a0");
    }

    /** What is said in the page's language. */
    public String says(String nl, String en) {
        return in.of(nl, en);
    }

    private static StatementPage of(Specified specified, Language in) {
        var statement = specified.statement();
        var rows = new ArrayList<Row>();
        var told = new ArrayList<Told>();
        for (var line : specified.lines()) {
            var number = Integer.toString(rows.size() + 1);
            rows.add(row(number, statement, line, in));
            told.add(told(number, statement, line, in));
        }
        return new StatementPage(
                in,
                statement.rho() == null
                        ? in.of("Praktijk met AGB-code ", "Practice with AGB code ") + statement.agb()
                        : "RHO " + statement.rho(),
                in.of("Zorgverzekeraar met UZOVI-code ", "Health insurer with UZOVI code ") + statement.uzovi(),
                in.quarter(statement.quarter()),
                in.day(Quarters.peildatum(statement.quarter())),
                in.moment(statement.bookedAt()),
                in.euro(statement.total().cents()),
                lead(statement, in),
                statement.remittance() == null
                        ? null
                        : statement.remittance() + in.of(", op ", ", on ") + in.day(statement.executionOn()),
                rows,
                told,
                statement,
                new RawString(StatementStyle.CSS));
    }

    private static String lead(Statement statement, Language in) {
        long cents = statement.total().cents();
        var amount = in.euro(Math.abs(cents));
        var on = in.dayOf(statement.bookedAt());
        if (cents > 0) {
            return in.of(
                    "Op " + on + " heeft de verzekeraar per saldo " + amount + " voor u geboekt.",
                    "On " + on + " the insurer booked " + amount + " for you on balance.");
        }
        if (cents < 0) {
            return in.of(
                    "Op " + on + " heeft de verzekeraar per saldo " + amount
                            + " teruggenomen. Dit bedrag wordt verrekend met wat u tegoed heeft.",
                    "On " + on + " the insurer took back " + amount
                            + " on balance. It is set off against what you are owed.");
        }
        return in.of(
                "Op " + on + " is er per saldo niets voor u geboekt.",
                "On " + on + " nothing was booked for you on balance.");
    }

    private static Row row(String number, Statement statement, StatementLine line, Language in) {
        var facts = line.line().facts();
        var causes = line.explanation().parts().stream()
                .map(part -> CauseNames.of(part.part().cause()).in(in) + ": "
                        + in.euro(part.part().cents()))
                .toList();
        return new Row(
                number,
                in.quarterName(facts.quarter())
                        + (statement.rho() == null ? "" : ", AGB " + line.line().agb()),
                in.day(Quarters.peildatum(facts.quarter())),
                causes.isEmpty() ? List.of(in.of("Niets te boeken", "Nothing to book")) : causes,
                in.euro(line.bookedBeforeCents()),
                in.euro(line.bookedNowCents()),
                in.euro(line.dueCents()));
    }

    private static Told told(String number, Statement statement, StatementLine line, Language in) {
        var explanation = line.explanation();
        var sentences = new ArrayList<String>();
        explanation.parts().forEach(part -> sentences.add(part.sentence().in(in)));
        if (explanation.zero() != null) {
            sentences.add(explanation.zero().in(in));
        }
        return new Told(
                number,
                in.quarterName(line.line().facts().quarter())
                        + (statement.rho() == null ? "" : ", AGB " + line.line().agb()),
                sentences,
                explanation.calculation().in(in),
                explanation.inputs().stream()
                        .map(input -> input.sentence().in(in))
                        .toList(),
                String.join(", ", explanation.rules()));
    }
}
