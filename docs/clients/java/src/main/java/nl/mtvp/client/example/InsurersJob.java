package nl.mtvp.client.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.mtvp.client.ApiClient;
import nl.mtvp.client.contract.ContractsApi;
import nl.mtvp.client.contract.InsurersApi;
import nl.mtvp.client.contract.OffersApi;
import nl.mtvp.client.contract.model.ContractState;
import nl.mtvp.client.contract.model.InsurerBody;
import nl.mtvp.client.contract.model.OfferRequest;
import nl.mtvp.client.contract.model.OfferState;
import nl.mtvp.client.example.Refused.Call;
import nl.mtvp.client.payment.BankAccountsApi;
import nl.mtvp.client.payment.IonDeliveriesApi;
import nl.mtvp.client.payment.PaymentRunsApi;
import nl.mtvp.client.payment.PayoutsApi;
import nl.mtvp.client.payment.TariffsApi;
import nl.mtvp.client.payment.model.AddressRequest;
import nl.mtvp.client.payment.model.BankAccountRequest;
import nl.mtvp.client.payment.model.DeliveryRequest;
import nl.mtvp.client.payment.model.DeliveryResponse;
import nl.mtvp.client.payment.model.DeliveryStatus;
import nl.mtvp.client.payment.model.Payout;
import nl.mtvp.client.payment.model.PayoutRequest;
import nl.mtvp.client.payment.model.RunApprovalRequest;
import nl.mtvp.client.payment.model.RunRequest;
import nl.mtvp.client.payment.model.RunResponse;
import nl.mtvp.client.payment.model.RunState;
import nl.mtvp.client.payment.model.TariffRequest;

/**
 * An insurer's first quarter with one practice, from its tariff to the file for its bank. What needs a second person is
 * done with that person's token.
 */
public final class InsurersJob {

    private static final String SERIES = "MTVP-2023";
    private static final String TEXT = "2023-1";
    private static final LocalDate STARTS_ON = LocalDate.parse("2024-04-01");
    private static final String QUARTER = "2024-Q2";
    private static final String EURO_PER_ION = "2.95";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final String uzovi;
    private final String agb;
    private final Supplier<String> system;
    private final Supplier<String> approver;

    private InsurersJob(String uzovi, String agb, Supplier<String> system, Supplier<String> approver) {
        this.uzovi = uzovi;
        this.agb = agb;
        this.system = system;
        this.approver = approver;
    }

    /** @param arguments UZOVI, AGB, the file of registrations, and where to write the file for the bank */
    public static void main(String... arguments) throws Exception {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("usage: InsurersJob UZOVI AGB ION.csv BANK.xml");
        }
        var uzovi = arguments[0];
        var system = new SystemToken("insurer-" + uzovi, Path.of(setting("MTVP_KEY")), setting("MTVP_ISSUER"));
        var approver = setting("MTVP_APPROVER_TOKEN");
        var job = new InsurersJob(uzovi, arguments[1], system, () -> approver);
        try {
            job.agree();
            job.pay(Path.of(arguments[2]), Path.of(arguments[3]));
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("set " + name + " in the environment");
        }
        return value;
    }

    /** Tariff, offer, contract. */
    private void agree() throws Refused, InterruptedException {
        var payment = client("MTVP_PAYMENT", system);
        var contract = client("MTVP_CONTRACT", system);

        Refused.orElse(() -> new InsurersApi(contract)
                .registerInsurer(key(), new InsurerBody().uzovi(uzovi).name("Insurer " + uzovi)));
        var proposed = Refused.orElse(() -> new TariffsApi(payment)
                .proposeTariff(
                        key(),
                        new TariffRequest()
                                .uzovi(uzovi)
                                .validFrom(STARTS_ON)
                                .euroPerIonPerQuarter(EURO_PER_ION)
                                .ground("as agreed for 2024")));
        var tariff = Refused.orElse(
                () -> new TariffsApi(client("MTVP_PAYMENT", approver)).approveTariff(proposed.getId(), key()));
        say("tariff %s is %s", tariff.getEuroPerIonPerQuarter(), tariff.getState());

        var offers = new OffersApi(contract);
        var offer = Refused.orElse(() -> offers.proposeOffer(
                key(),
                new OfferRequest()
                        .uzovi(uzovi)
                        .agb(agb)
                        .startsOn(STARTS_ON)
                        .expiresAt(STARTS_ON.plusMonths(6).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .tariffSeries(SERIES)
                        .textVersion(TEXT)));
        say("offer %s waits for the practice", offer.getId());
        var answered = until(() -> offers.getOffer(offer.getId()), each -> each.getState() != OfferState.PROPOSED);
        if (answered.getState() != OfferState.ACCEPTED) {
            throw new IllegalStateException("the offer is " + answered.getState());
        }
        var contracts = Refused.orElse(
                () -> new ContractsApi(contract).listContracts(agb, null, null, ContractState.ACTIVE, uzovi));
        say("contract from %s on", contracts.get(0).getStartsOn());
    }

    /** Registrations, run, payout. */
    private void pay(Path registrations, Path bankFile) throws Refused, IOException, InterruptedException {
        var payment = client("MTVP_PAYMENT", system);
        var approving = client("MTVP_PAYMENT", approver);
        var files = new WholeFiles(setting("MTVP_PAYMENT"), system);

        var delivery = deliver(registrations, new IonDeliveriesApi(payment), files);
        if (delivery.getStatus() == DeliveryStatus.REFUSED) {
            throw new IllegalStateException("the delivery is refused: " + delivery.getFault());
        }
        say("delivery of %d lines: %d accepted", delivery.getRowCount(), delivery.getAccepted());

        var run = postedRun(new PaymentRunsApi(payment), new PaymentRunsApi(approving));
        run.getTotals().forEach(total -> say("run: %s %s", total.getCause(), total.getAmount()));

        account(null, "NL91ABNA0417164300", "Insurer " + uzovi);
        account(agb, "NL02ABNA0123456789", "Practice " + agb);
        var draft = payout(new PayoutsApi(payment));
        var booked = Refused.orElse(() -> new PayoutsApi(approving).approvePayout(draft.getId(), key()));
        say("payout of %s in %d transfer is %s", booked.getTotal(), booked.getTransfers(), booked.getState());
        files.fetch(booked.getId(), bankFile);
        say("the file for the bank is in %s", bankFile);
    }

    private DeliveryResponse deliver(Path content, IonDeliveriesApi deliveries, WholeFiles files)
            throws Refused, IOException, InterruptedException {
        var bytes = Files.readAllBytes(content);
        long rows = new String(bytes, StandardCharsets.UTF_8).lines().count() - 1;
        var delivery = Refused.orElse(() -> deliveries.announceDelivery(
                key(),
                new DeliveryRequest()
                        .uzovi(uzovi)
                        .peildatum(STARTS_ON)
                        .rowCount(rows)
                        .sha256(digest(bytes))));
        files.send(delivery.getId(), content);
        return until(
                () -> deliveries.getDelivery(delivery.getId()),
                each -> each.getStatus() == DeliveryStatus.ACCEPTED || each.getStatus() == DeliveryStatus.REFUSED);
    }

    /** What looks strange is for a person to acknowledge, and no program's to approve. */
    private RunResponse postedRun(PaymentRunsApi runs, PaymentRunsApi approving) throws Refused, InterruptedException {
        var made = Refused.orElse(
                () -> runs.makeRun(key(), new RunRequest().uzovi(uzovi).quarter(QUARTER)));
        var draft = until(() -> runs.getRun(made.getId()), each -> each.getState() != RunState.COMPUTING);
        var warnings = Refused.orElse(() -> runs.listWarnings(made.getId(), null, null));
        if (draft.getState() != RunState.DRAFT || !warnings.isEmpty()) {
            throw new IllegalStateException("the run is " + draft.getState() + ", with warnings " + warnings);
        }
        Refused.orElse(() -> approving.approveRun(
                made.getId(), key(), new RunApprovalRequest().proposalHash(draft.getProposalHash())));
        return until(() -> runs.getRun(made.getId()), each -> each.getState() == RunState.POSTED);
    }

    /** @param whose the practice's AGB code, or null for the insurer's own account */
    private void account(String whose, String iban, String holder) throws Refused {
        var request = new BankAccountRequest()
                .uzovi(uzovi)
                .agb(whose)
                .validFrom(STARTS_ON)
                .iban(iban)
                .holderName(holder)
                .address(new AddressRequest()
                        .street("Dorpsstraat")
                        .buildingNumber("1")
                        .postCode("3401 AB")
                        .town("IJsselstein")
                        .country("NL"))
                .evidence("a bank statement")
                .evidenceDigest(digest(iban.getBytes(StandardCharsets.UTF_8)));
        var proposed = Refused.orElse(
                () -> new BankAccountsApi(client("MTVP_PAYMENT", system)).proposeBankAccount(key(), request));
        var approved = Refused.orElse(() ->
                new BankAccountsApi(client("MTVP_PAYMENT", approver)).approveBankAccount(proposed.getId(), key()));
        say("account %s is %s", approved.getIban(), approved.getState());
    }

    /** Nothing is paid to an account in its first five working days; so it asks until they are over. */
    private Payout payout(PayoutsApi payouts) throws Refused, InterruptedException {
        boolean told = false;
        for (long tries = PATIENCE.dividedBy(BETWEEN); ; tries--) {
            try {
                return Refused.orElse(() -> payouts.makePayout(key(), new PayoutRequest().uzovi(uzovi)));
            } catch (Refused refused) {
                if (tries == 0 || !refused.is("nothing-to-transfer") || !refused.names("cooling")) {
                    throw refused;
                }
                if (!told) {
                    say("the account is too new to be paid to; asking again");
                    told = true;
                }
                Thread.sleep(BETWEEN.toMillis());
            }
        }
    }

    /** Asks again and again for what a service, or a person, does in its own time. */
    private static <T> T until(Call<T> ask, Predicate<T> enough) throws Refused, InterruptedException {
        var now = Refused.orElse(ask);
        for (long tries = PATIENCE.dividedBy(BETWEEN); tries > 0 && !enough.test(now); tries--) {
            Thread.sleep(BETWEEN.toMillis());
            now = Refused.orElse(ask);
        }
        if (!enough.test(now)) {
            throw new IllegalStateException("after " + PATIENCE + " it is still " + now);
        }
        return now;
    }

    private static ApiClient client(String service, Supplier<String> token) {
        var client = new ApiClient();
        client.updateBaseUri(setting(service));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token.get()));
        return client;
    }

    /** One for each command: sent again with the same key it is done once. */
    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java has SHA-256", impossible);
        }
    }

    private static void say(String sentence, Object... values) {
        System.out.printf(sentence + "%n", values);
    }
}
