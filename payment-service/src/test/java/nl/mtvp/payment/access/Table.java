package nl.mtvp.payment.access;

import static nl.mtvp.kernel.access.Roles.AUDITOR;
import static nl.mtvp.kernel.access.Roles.INSURER;
import static nl.mtvp.kernel.access.Roles.INSURER_APPROVER;
import static nl.mtvp.kernel.access.Roles.NATIONAL_DESK;
import static nl.mtvp.kernel.access.Roles.PRACTICE;
import static nl.mtvp.kernel.access.Roles.RHO;
import static nl.mtvp.kernel.access.Roles.SERVICE;
import static nl.mtvp.kernel.access.Roles.SIGNATORY;

import java.util.List;
import java.util.Map;
import nl.mtvp.payment.testing.Money;

/**
 * Every operation of this service, with the roles that it is open to. An operation without a row fails the test: add
 * one here, with {@link Row#lists} for a list, {@link Row#reads} for a GET of one thing (and its things in {@link Seed}),
 * or {@link Row#acts} for what changes something.
 */
final class Table {

    private static final String HASH = "0".repeat(64);

    private Table() {}

    static final List<Row> ROWS = List.of(
            Row.open("getDescription"),
            Row.open("getExplanationSchema"),
            Row.shared("listEvents", SERVICE),
            Row.lists("listAuditRecords", INSURER, INSURER_APPROVER, AUDITOR),
            Row.sharedWith(Map.of(), "verifyAuditRecords", INSURER, INSURER_APPROVER, AUDITOR),
            // Tariffs (D37)
            Row.acts("proposeTariff", Seed::insurers, Table::tariff, INSURER),
            Row.acts("approveTariff", Seed::tariffs, thing -> null, INSURER_APPROVER),
            Row.sharedWith("uzovi,validFrom\n", "importTariffs", INSURER),
            Row.reads("previewTariff", Seed::proposedTariffs, INSURER, INSURER_APPROVER, AUDITOR),
            Row.lists("listTariffs", INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("getTariff", Seed::tariffs, INSURER, INSURER_APPROVER, AUDITOR),
            // Registrations (D38-D40)
            Row.acts("announceDelivery", Seed::insurers, Table::delivery, INSURER),
            Row.lists("listDeliveries", INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("getDelivery", Seed::deliveries, INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("getContentOffset", Seed::deliveries, INSURER),
            Row.acts("sendContent", Seed::deliveries, thing -> "", INSURER),
            Row.reads("listCounts", Seed::deliveries, INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("listRefusals", Seed::deliveries, INSURER, INSURER_APPROVER),
            Row.lists("listConflicts", INSURER, INSURER_APPROVER),
            Row.acts("settleConflict", Seed::deliveries, Table::settlement, INSURER),
            Row.acts("withdrawSettlement", Seed::settlements, thing -> Map.of("reason", "mistake"), INSURER),
            Row.lists("listSettlements", INSURER, INSURER_APPROVER),
            Row.reads("getSettlement", Seed::settlements, INSURER, INSURER_APPROVER),
            Row.lists("listMassMoves", INSURER, INSURER_APPROVER, AUDITOR),
            Row.acts(
                    "acknowledgeMassMove",
                    Seed::massMoves,
                    thing -> Map.of("reason", "seen"),
                    INSURER,
                    INSURER_APPROVER),
            // What is due, and runs (D41-D46)
            Row.lists("listEntitlements", INSURER, INSURER_APPROVER, PRACTICE, SIGNATORY, AUDITOR)
                    .with("quarter", Seed.QUARTER),
            Row.reads("estimateClawback", Seed::contracts, INSURER, INSURER_APPROVER, SERVICE)
                    .with("contractId", "{id}")
                    .with("from", "2023-04-01")
                    .with("until", "2023-07-01")
                    .with("percentage", "50"),
            Row.acts(
                    "makeRun",
                    Seed::insurers,
                    thing -> Map.of("uzovi", thing.uzovi(), "quarter", Seed.QUARTER),
                    INSURER),
            Row.acts("approveRun", Seed::runs, thing -> Map.of("proposalHash", HASH), INSURER_APPROVER),
            Row.acts("withdrawRun", Seed::runs, thing -> Map.of("reason", "mistake"), INSURER, INSURER_APPROVER),
            Row.reads("listWarnings", Seed::runs, INSURER, INSURER_APPROVER, AUDITOR),
            Row.acts(
                    "acknowledgeWarnings",
                    Seed::runs,
                    thing -> Map.of("proposalHash", HASH, "kind", "MISSING_DELIVERY", "reason", "seen"),
                    INSURER,
                    INSURER_APPROVER),
            Row.acts(
                    "makePreview",
                    Seed::insurers,
                    thing -> Map.of("uzovi", thing.uzovi(), "quarter", Seed.QUARTER),
                    INSURER),
            Row.reads("getPreview", Seed::previews, INSURER, INSURER_APPROVER, AUDITOR),
            Row.acts("recomputeRun", Seed::runs, thing -> null, INSURER, AUDITOR),
            Row.reads("getRecomputation", Seed::recomputations, INSURER, INSURER_APPROVER, AUDITOR),
            Row.lists("listRuns", INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("getRun", Seed::runs, INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("listLines", Seed::runs, INSURER, INSURER_APPROVER, AUDITOR),
            // The ledger and what it means (D47, D48, D52-D55)
            Row.lists("listPayments", INSURER, INSURER_APPROVER, PRACTICE, SIGNATORY, RHO, AUDITOR),
            Row.lists("listLedgerEntries", INSURER, INSURER_APPROVER, AUDITOR),
            Row.lists("listPostings", INSURER, INSURER_APPROVER, AUDITOR),
            Row.acts(
                    "verifyPostings",
                    Seed::insurers,
                    thing -> Map.of("uzovi", thing.uzovi()),
                    INSURER,
                    INSURER_APPROVER,
                    AUDITOR),
            // Bank accounts and payouts (D50, D51)
            Row.acts(
                    "proposeBankAccount",
                    Seed::insurers,
                    thing -> Money.accountOf(thing.uzovi(), null, "2023-07-10", Money.iban(1)),
                    INSURER),
            Row.acts("approveBankAccount", Seed::bankAccounts, thing -> null, INSURER_APPROVER),
            Row.lists("listBankAccounts", INSURER, INSURER_APPROVER, AUDITOR, PRACTICE, SIGNATORY, RHO),
            Row.reads(
                    "getBankAccount", Seed::bankAccounts, INSURER, INSURER_APPROVER, AUDITOR, PRACTICE, SIGNATORY, RHO),
            // Auditor's exports (D48, D54)
            Row.lists("getExport", AUDITOR),
            Row.lists("exportFacts", AUDITOR),
            Row.lists("exportRuns", AUDITOR),
            Row.lists("exportLines", AUDITOR),
            Row.lists("exportPostings", AUDITOR),
            Row.lists("exportEntries", AUDITOR),
            Row.lists("listBalances", INSURER, INSURER_APPROVER, AUDITOR, PRACTICE, SIGNATORY, RHO)
                    .emptyFor(RHO),
            Row.lists("listReceivables", INSURER, INSURER_APPROVER, AUDITOR, PRACTICE, SIGNATORY, RHO)
                    .emptyFor(INSURER, INSURER_APPROVER, AUDITOR, PRACTICE, SIGNATORY, RHO),
            Row.acts(
                    "returnFromCollection",
                    Seed::insurers,
                    thing -> Map.of("uzovi", thing.uzovi(), "rho", "eerste-rho", "amount", "1.00", "reason", "seen"),
                    INSURER),
            Row.acts("makePayout", Seed::insurers, thing -> Map.of("uzovi", thing.uzovi()), INSURER),
            Row.acts("approvePayout", Seed::payouts, thing -> null, INSURER_APPROVER),
            Row.acts("withdrawPayout", Seed::payouts, thing -> Map.of("reason", "mistake"), INSURER, INSURER_APPROVER),
            Row.acts(
                    "recordReturn",
                    Seed::payouts,
                    thing -> Map.of("number", 1, "returnedOn", "2023-07-10", "reason", "AC04"),
                    INSURER),
            Row.lists("listPayouts", INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("getPayout", Seed::payouts, INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("listPayoutLines", Seed::payouts, INSURER, INSURER_APPROVER, AUDITOR),
            Row.reads("getPayoutFile", Seed::payouts, INSURER, INSURER_APPROVER, AUDITOR),
            Row.lists("listFrames", INSURER, INSURER_APPROVER, AUDITOR, NATIONAL_DESK)
                    .everythingFor(NATIONAL_DESK),
            Row.lists("listStatements", INSURER, INSURER_APPROVER, PRACTICE, SIGNATORY, RHO, AUDITOR),
            Row.reads("getStatement", Seed::statements, INSURER, INSURER_APPROVER, PRACTICE, SIGNATORY, RHO, AUDITOR),
            Row.reads("getExplanation", Seed::lines, INSURER, INSURER_APPROVER, PRACTICE, SIGNATORY, RHO, AUDITOR));

    private static Object tariff(Thing thing) {
        return Map.of(
                "uzovi", thing.uzovi(), "validFrom", "2023-04-01", "euroPerIonPerQuarter", "2.88", "ground", "no");
    }

    private static Object settlement(Thing delivery) {
        return Map.of("deliveryId", delivery.id(), "pseudonym", Seed.UNDECIDED, "reason", "no");
    }

    private static Object delivery(Thing thing) {
        return Map.of("uzovi", thing.uzovi(), "peildatum", "2023-04-01", "rowCount", 1, "sha256", HASH);
    }
}
