package nl.mtvp.verifier.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import nl.mtvp.verifier.audit.Contract.Booked;
import nl.mtvp.verifier.audit.RunCheck.Booking;

/**
 * The accounts: what each creditor is owed, what of it was paid out or handed over, and whether that could be (D48,
 * D50).
 */
final class Balances {

    private static final Map<String, String> ACCOUNTS = Map.of(
            "PAYOUT", "creditor bank",
            "PAYOUT_RETURNED", "bank creditor",
            "TO_COLLECTION", "collection creditor",
            "FROM_COLLECTION", "creditor collection");
    private static final Set<String> SUCCESSION = Set.of("creditor succession", "succession creditor");
    private static final String CREDITOR = "creditor:[0-9]{4}:(agb:[0-9]{8}|rho:[^:|]+)";
    private static final String OWN = "(scheme|bank|collection|succession):[0-9]{4}";

    private final FactBook facts;
    private final Differences differences;
    private final Map<String, Account> creditors = new TreeMap<>();
    private final Map<String, Long> own = new TreeMap<>();

    /** What a creditor is owed, and what of its money is elsewhere. */
    private static final class Account {
        long expected;
        long booked;
        long balance;
        long paidOut;
        long inCollection;
    }

    Balances(FactBook facts, Differences differences) {
        this.facts = facts;
        this.differences = differences;
    }

    /** Takes note of what a part of a line must have booked. */
    void expect(Booking booking) {
        account(booking.line().creditor(booking.part())).expected +=
                booking.part().cents();
    }

    void book(Entry entry, Posting posting) {
        var here = differences.at(entry.where());
        boolean toCreditor = entry.credit().startsWith("creditor:");
        var creditor = toCreditor ? entry.credit() : entry.debit();
        var other = toCreditor ? entry.debit() : entry.credit();
        here.require(entry.cents() > 0, "moves " + entry.cents() + " cents: never zero or less");
        here.require(
                creditor.matches(CREDITOR) && other.matches(OWN),
                "accounts: " + entry.debit() + " to " + entry.credit());
        here.require(
                (entry.debit() + ":").contains(":" + posting.uzovi() + ":")
                        && (entry.credit() + ":").contains(":" + posting.uzovi() + ":"),
                "accounts of another insurer than " + posting.uzovi());
        long cents = toCreditor ? entry.cents() : -entry.cents();
        var account = account(creditor);
        if (entry.lineId() == null) {
            settle(entry, posting, creditor, account);
        } else {
            account.booked += cents;
            var contract = facts.contract(entry.contractId());
            if (contract != null && entry.component() != null) {
                var booked = contract.booked.computeIfAbsent(entry.quarter(), quarter -> new Booked());
                booked.entries = booked.entries.plus(entry.component(), cents);
            }
        }
        account.balance += cents;
        own.merge(other, -cents, Long::sum);
    }

    private void settle(Entry entry, Posting posting, String creditor, Account account) {
        var here = differences.at(entry.where());
        var move = kind(entry.debit()) + " " + kind(entry.credit());
        here.same("uzovi", posting.uzovi(), entry.uzovi());
        here.require(
                !posting.kind().equals("RUN") && entry.contractId() == null && entry.component() == null,
                "settles, and so may not be of a run, a contract or a component");
        var practice = creditor.contains(":agb:") ? creditor.substring(creditor.lastIndexOf(':') + 1) : null;
        here.same("agb", practice, entry.agb());
        if (entry.cause().equals("SUCCESSION")) {
            here.require(SUCCESSION.contains(move), "SUCCESSION between " + move);
            return;
        }
        here.same("accounts of " + entry.cause(), ACCOUNTS.get(entry.cause()), move);
        long cents = entry.cents();
        switch (entry.cause()) {
            case "PAYOUT" -> account.paidOut += atMost(here, "pays out", cents, "owed", account.balance);
            case "PAYOUT_RETURNED" -> account.paidOut -= atMost(here, "returns", cents, "paid out", account.paidOut);
            case "TO_COLLECTION" ->
                account.inCollection += atMost(here, "hands over", cents, "owed by the creditor", -account.balance);
            case "FROM_COLLECTION" ->
                account.inCollection -= atMost(here, "takes back", cents, "in collection", account.inCollection);
            default -> {
                // Named above: there are no accounts for it.
            }
        }
    }

    /** Gives the cents, of which there must be so many. */
    private static long atMost(Differences.At here, String does, long cents, String what, long there) {
        here.require(cents <= there, does + " " + cents + " cents, but only " + there + " are " + what);
        return cents;
    }

    private static String kind(String account) {
        return account.substring(0, Math.max(0, account.indexOf(':')));
    }

    private Account account(String creditor) {
        return creditors.computeIfAbsent(creditor, name -> new Account());
    }

    /** What leaves a predecessor arrives at its successor within one posting. */
    void end(Posting posting) {
        var succession = "succession:" + posting.uzovi();
        differences.at(posting.where()).same("balance of " + succession, 0L, own.getOrDefault(succession, 0L));
    }

    /** Entries against what is due, per contract, quarter and component, and per creditor (P3). */
    void end() {
        for (var insurer : facts.insurers().values()) {
            for (var contract : insurer.contracts.values()) {
                contract.booked.forEach((quarter, booked) -> differences
                        .at("entries.ndjson, contract " + contract.id + " in " + quarter)
                        .same(
                                "their sum",
                                booked.inputs == null || !booked.ever ? Amounts.ZERO : Amounts.due(booked.inputs),
                                booked.entries));
            }
        }
        creditors.forEach((creditor, account) ->
                differences.at("entries.ndjson, " + creditor).same("its sum", account.expected, account.booked));
    }

    /** What an insurer's creditors are owed after all, and how many of them owe instead. */
    String summary(String uzovi) {
        var accounts = creditors.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("creditor:" + uzovi + ":"))
                .map(Map.Entry::getValue)
                .toList();
        return "insurer %s: %d creditors, booked %s euro, paid out %s, in collection %s, still owed %s"
                .formatted(
                        uzovi,
                        accounts.size(),
                        euro(accounts, account -> account.booked),
                        euro(accounts, account -> account.paidOut),
                        euro(accounts, account -> account.inCollection),
                        euro(accounts, account -> account.balance));
    }

    private static String euro(List<Account> accounts, ToLongFunction<Account> cents) {
        return BigDecimal.valueOf(accounts.stream().mapToLong(cents).sum(), 2).toPlainString();
    }
}
