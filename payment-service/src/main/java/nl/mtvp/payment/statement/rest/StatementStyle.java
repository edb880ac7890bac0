package nl.mtvp.payment.statement.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import nl.mtvp.kernel.json.Digests;

/** How a statement looks on screen and on paper; its digest lets the page load this style and nothing else. */
final class StatementStyle {

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
