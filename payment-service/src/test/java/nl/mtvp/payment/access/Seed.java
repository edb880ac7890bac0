package nl.mtvp.payment.access;

import static nl.mtvp.payment.testing.Registrations.line;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.payment.testing.ContractEvents;
import nl.mtvp.payment.testing.ContractEvents.Contract;
import nl.mtvp.payment.testing.Money;
import nl.mtvp.payment.testing.PaymentApi;
import nl.mtvp.payment.testing.Registrations;

/**
 * Two insurers, two practices and two RHOs, with money of each insurer for each practice and a share of it for the
 * practice's RHO: so everybody has somebody beside them whose money is not theirs.
 */
final class Seed {

    static final String QUARTER = "2023-Q3";
    static final Side ONE = new Side("8401", "01840101", "eerste-rho", "eerste-regio");
    static final Side TWO = new Side("8402", "01840202", "tweede-rho", "tweede-regio");

    /** A patient of every delivery who stands with both practices since the same day. */
    static final String UNDECIDED = "00000000-8400-4001-8000-000000000001";

    private static final List<Side> SIDES = List.of(ONE, TWO);

    private final ContractEvents contracts;
    private final Clock clock;
    private final List<Thing> tariffs = new ArrayList<>();
    private final List<Thing> proposedTariffs = new ArrayList<>();
    private final List<Thing> deliveries = new ArrayList<>();
    private final List<Thing> settlements = new ArrayList<>();
    private final List<Thing> massMoves = new ArrayList<>();
    private final List<Thing> runs = new ArrayList<>();
    private final List<Thing> recomputations = new ArrayList<>();
    private final List<Thing> previews = new ArrayList<>();
    private final List<Thing> lines = new ArrayList<>();
    private final List<Thing> payouts = new ArrayList<>();
    private final List<Thing> bankAccounts = new ArrayList<>();
    private final List<Thing> contractIds = new ArrayList<>();

    Seed(ContractEvents contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /** An insurer, and apart from it a practice and its RHO. */
    record Side(String uzovi, String agb, String rho, String region) {}

    void sow() {
        // A week before everything else: nobody is paid on a new account.
        TestClock.at("2023-07-03");
        SIDES.forEach(this::bankAccounts);
        TestClock.at("2023-07-10");
        for (var insurer : SIDES) {
            var api = new PaymentApi(insurer.uzovi());
            tariffs.add(Thing.ofInsurer(api.tariff("2023-04-01", "2.88"), insurer.uzovi()));
            String proposed = api.proposeTariff("2023-04-01", "2.90").extract().path("id");
            proposedTariffs.add(Thing.ofInsurer(proposed, insurer.uzovi()));
            SIDES.forEach(practice -> contract(insurer, practice));
            deliver(api, insurer, "2023-04-01", 8);
            deliver(api, insurer, "2023-07-01", 80);
            SIDES.forEach(practice -> acknowledged(api, insurer));
            String run = api.run(QUARTER).extract().path("id");
            runs.add(Thing.ofInsurer(run, insurer.uzovi()));
            recomputations.add(
                    Thing.ofInsurer(run + "/" + api.recomputed(run).extract().path("id"), insurer.uzovi()));
            String preview = api.preview(QUARTER).extract().path("id");
            previews.add(Thing.ofInsurer(preview, insurer.uzovi()));
            payouts.add(Thing.ofInsurer(
                    new Money(insurer.uzovi()).payout().extract().path("id"), insurer.uzovi()));
            for (var line : api.lines(run)) {
                var agb = line.get("agb").toString();
                lines.add(new Thing(line.get("id").toString(), insurer.uzovi(), agb, rhoOf(agb)));
            }
            settled(api, insurer);
        }
    }

    /** The insurer's own account, and one of each creditor. */
    private void bankAccounts(Side insurer) {
        var money = new Money(insurer.uzovi());
        bankAccounts.add(Thing.ofInsurer(money.account(null, "2023-07-01", Money.iban(84)), insurer.uzovi()));
        for (var side : SIDES) {
            bankAccounts.add(new Thing(
                    money.account(side.agb(), "2023-07-01", Money.iban(85)), insurer.uzovi(), side.agb(), null));
            bankAccounts.add(new Thing(
                    money.account("rho:" + side.rho(), "2023-07-01", Money.iban(86)),
                    insurer.uzovi(),
                    null,
                    side.rho()));
        }
    }

    private void contract(Side insurer, Side practice) {
        var contract = new Contract(Ids.at(clock.instant()), insurer.uzovi(), practice.agb());
        contractIds.add(new Thing(contract.id().toString(), insurer.uzovi(), practice.agb(), practice.rho()));
        contracts.tell(
                "nl.mtvp.contract-accepted.v1",
                contract,
                Map.of(
                        "offerId", UUID.randomUUID().toString(),
                        "kvk", "12345678",
                        "rho", practice.rho(),
                        "region", practice.region(),
                        "startsOn", "2023-04-01",
                        "acceptedAt", clock.instant().toString()));
        contracts.tell(
                "nl.mtvp.rho-share-agreed.v1",
                contract,
                Map.of(
                        "shareId", UUID.randomUUID().toString(),
                        "rho", practice.rho(),
                        "percentage", "12.5",
                        "shareFrom", "2023-04-01",
                        "sourceKnownAt", clock.instant().toString()));
    }

    /** As many patients of each practice, of whom one is insured twice. */
    private void deliver(PaymentApi api, Side insurer, String peildatum, int patients) {
        var content = Registrations.of(SIDES.stream()
                .flatMap(practice -> IntStream.range(0, patients)
                        .mapToObj(patient -> line(
                                new UUID(
                                                0x8400_4000L,
                                                patient == 0
                                                        ? practice.agb().hashCode()
                                                        : (insurer.uzovi() + practice.agb() + patient).hashCode())
                                        .toString(),
                                practice.agb(),
                                "2020-05-17")))
                .toArray(String[]::new));
        var undecided = SIDES.stream()
                .map(practice -> line(UNDECIDED, practice.agb(), "2020-05-17"))
                .collect(Collectors.joining());
        String id = api.deliver(peildatum, content + undecided).extract().path("id");
        deliveries.add(Thing.ofInsurer(id, insurer.uzovi()));
    }

    private void settled(PaymentApi api, Side insurer) {
        String id = api.buyer()
                .contentType("application/json")
                .body(Map.of(
                        "deliveryId",
                        deliveries.get(deliveries.size() - 1).id(),
                        "pseudonym",
                        UNDECIDED,
                        "countsWith",
                        insurer.agb(),
                        "reason",
                        "the patient said so"))
                .post("/v1/ion-settlements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        settlements.add(Thing.ofInsurer(id, insurer.uzovi()));
    }

    private void acknowledged(PaymentApi api, Side insurer) {
        List<Map<String, Object>> open = api.buyer()
                .get("/v1/ion-mass-moves")
                .then()
                .extract()
                .path("findAll { it.acknowledgement == null && it.knownUntilAt == null }");
        for (var move : open) {
            massMoves.add(Thing.ofInsurer(move.get("id").toString(), insurer.uzovi()));
            api.buyer()
                    .contentType("application/json")
                    .body(Map.of("reason", "a new practice"))
                    .post("/v1/ion-mass-moves/{id}/acknowledgements", move.get("id"))
                    .then()
                    .statusCode(201);
        }
    }

    /** Later facts of every kind about the first insurer, and their booking. */
    void change(TestClock clock) {
        clock.moveTo("2023-10-10");
        var api = new PaymentApi(ONE.uzovi());
        var mine = contractIds.stream()
                .filter(contract -> contract.uzovi().equals(ONE.uzovi()))
                .map(contract -> new Contract(UUID.fromString(contract.id()), contract.uzovi(), contract.agb()))
                .toList();
        api.tariff("2023-04-01", "2.95");
        deliver(api, ONE, "2023-07-01", 79);
        contracts.stopped(mine.get(0), "2023-09-01");
        contracts.clawback(mine.get(1), "2023-07-01", "2023-08-01", "50");
        contracts.offset(mine.get(1), "2023-07-01", null, "1.00");
        acknowledged(api, ONE);
        api.run(QUARTER);
    }

    private static String rhoOf(String agb) {
        return agb.equals(ONE.agb()) ? ONE.rho() : TWO.rho();
    }

    List<Thing> insurers() {
        return SIDES.stream()
                .map(side -> Thing.ofInsurer(side.uzovi(), side.uzovi()))
                .toList();
    }

    List<Thing> tariffs() {
        return tariffs;
    }

    List<Thing> proposedTariffs() {
        return proposedTariffs;
    }

    List<Thing> deliveries() {
        return deliveries;
    }

    List<Thing> settlements() {
        return settlements;
    }

    List<Thing> massMoves() {
        return massMoves;
    }

    List<Thing> bankAccounts() {
        return bankAccounts;
    }

    List<Thing> contracts() {
        return contractIds;
    }

    List<Thing> payouts() {
        return payouts;
    }

    List<Thing> runs() {
        return runs;
    }

    List<Thing> recomputations() {
        return recomputations;
    }

    List<Thing> previews() {
        return previews;
    }

    List<Thing> lines() {
        return lines;
    }

    /** Of each run one for each practice, and one for each RHO. */
    List<Thing> statements() {
        return runs.stream()
                .flatMap(run -> SIDES.stream()
                        .flatMap(side -> Stream.of(
                                new Thing(run.id() + "/agb:" + side.agb(), run.uzovi(), side.agb(), null),
                                new Thing(run.id() + "/rho:" + side.rho(), run.uzovi(), null, side.rho()))))
                .toList();
    }

    /** Everything that has an id, and the parties themselves. */
    List<Thing> everything() {
        var parties = SIDES.stream()
                .flatMap(side -> Stream.of(
                        Thing.ofInsurer(side.uzovi(), side.uzovi()),
                        new Thing(side.agb(), null, side.agb(), side.rho()),
                        new Thing(side.rho(), null, side.agb(), side.rho())));
        return Stream.of(
                        parties,
                        Stream.of(
                                        tariffs,
                                        proposedTariffs,
                                        deliveries,
                                        settlements,
                                        massMoves,
                                        runs,
                                        previews,
                                        lines,
                                        contractIds,
                                        bankAccounts,
                                        payouts)
                                .flatMap(List::stream))
                .flatMap(things -> things)
                .toList();
    }
}
