package nl.mtvp.payment.statement.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.explanation.domain.CauseNames;
import nl.mtvp.payment.explanation.domain.Language;
import nl.mtvp.payment.statement.StatementUseCases.Specified;
import nl.mtvp.payment.statement.domain.Statement;
import nl.mtvp.payment.statement.domain.Statement.StatementLine;

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
        Statement proof,
        RawString css) {

    /** A contract in a quarter: its row of the table, and its explanation. */
    public record Row(
            String number,
            String quarter,
            String peildatum,
            List<String> causes,
            String before,
            String now,
            String due,
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
        for (var line : specified.lines()) {
            rows.add(row(Integer.toString(rows.size() + 1), statement, line, in));
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
        var explanation = line.explanation();
        var causes = explanation.parts().stream()
                .map(part -> CauseNames.of(part.part().cause()).in(in) + ": "
                        + in.euro(part.part().cents()))
                .toList();
        var sentences = new ArrayList<String>();
        explanation.parts().forEach(part -> sentences.add(part.sentence().in(in)));
        if (explanation.zero() != null) {
            sentences.add(explanation.zero().in(in));
        }
        return new Row(
                number,
                in.quarterName(facts.quarter())
                        + (statement.rho() == null ? "" : ", AGB " + line.line().agb()),
                in.day(Quarters.peildatum(facts.quarter())),
                causes.isEmpty() ? List.of(in.of("Niets te boeken", "Nothing to book")) : causes,
                in.euro(line.bookedBeforeCents()),
                in.euro(line.bookedNowCents()),
                in.euro(line.dueCents()),
                sentences,
                explanation.calculation().in(in),
                explanation.inputs().stream()
                        .map(input -> input.sentence().in(in))
                        .toList(),
                String.join(", ", explanation.rules()));
    }

    /** The languages of a page, as a request names them. */
    public enum PageLanguage {
        nl(Language.NL),
        en(Language.EN);

        private final Language language;

        PageLanguage(Language language) {
            this.language = language;
        }

        /** What was asked for outright, or else the first acceptable one; Dutch when nobody asks. */
        static Language of(PageLanguage asked, List<Locale> acceptable) {
            if (asked != null) {
                return asked.language;
            }
            for (var locale : acceptable) {
                for (var one : values()) {
                    if (one.name().equals(locale.getLanguage())) {
                        return one.language;
                    }
                }
            }
            return Language.NL;
        }
    }

    /** How a statement looks on screen and on paper; its digest lets the page load this style and nothing else. */
    static final class StatementStyle {

        static final String CSS =
                """
                :root { color-scheme: light; }
                body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; color: #1a1a1a;
                    background: #fff; max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; }
                h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; color: #0b3d66; }
                h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; color: #0b3d66; border-bottom: 2px solid #0b3d66; }
                h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
                p { margin: .5rem 0; max-width: 46rem; }
                .scheme { color: #444; margin: 0 0 1.5rem; }
                .total { background: #eef4f9; border-left: 6px solid #0b3d66; padding: .75rem 1rem; margin: 1.25rem 0; }
                .total strong { font-size: 1.4rem; white-space: nowrap; }
                dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0; }
                dt { color: #444; }
                dd { margin: 0; overflow-wrap: anywhere; }
                table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
                caption { text-align: left; padding: 0 0 .5rem; color: #444; }
                th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid #c9d3dc; }
                thead th { background: #eef4f9; border-bottom: 2px solid #0b3d66; vertical-align: bottom; }
                .amount { text-align: right; white-space: nowrap; }
                tfoot th, tfoot td { border-top: 2px solid #0b3d66; border-bottom: 0; font-weight: 700; }
                ul { margin: .25rem 0 .5rem; padding-left: 1.25rem; }
                td ul { list-style: none; padding: 0; margin: 0; }
                .figures { font-variant-numeric: tabular-nums; background: #f5f7f9; padding: .35rem .6rem;
                    display: inline-block; overflow-wrap: anywhere; }
                .small { color: #444; font-size: .875rem; }
                code { font: .875em ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
                @media print {
                    @page { size: A4; margin: 18mm 16mm; }
                    body { font-size: 10.5pt; max-width: none; padding: 0; }
                    section, tr, .total { break-inside: avoid; }
                    h2, h3 { break-after: avoid; }
                    thead { display: table-header-group; }
                    .total, thead th, .figures { print-color-adjust: exact; }
                }
                """;

        /** No script, no picture, no other origin: nothing but this style. */
        static final String POLICY = "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(Digests.sha256(CSS.getBytes(StandardCharsets.UTF_8)))
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

        private StatementStyle() {}
    }
}
