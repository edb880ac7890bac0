package nl.mtvp.payment.run.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Coverage;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.ledger.domain.Creditor;
import org.threeten.extra.YearQuarter;

/**
 * What a proposal comes to, gathered contract by contract in their order: its hash, its lines, its totals, and what
 * somebody has to look at (D45, D46). It keeps sums only, however many lines there are.
 */
public final class Proposal {

    private final ProposalDigest digest;
    private final Map<Group, long[]> totals = new HashMap<>();
    private final Map<Creditor, long[]> creditors = new HashMap<>();
    private final Map<YearQuarter, long[]> withoutDelivery = new TreeMap<>();
    private final Map<YearQuarter, long[]> withoutTariff = new TreeMap<>();
    private long lines;
    private long zeroLines;

    private record Group(YearQuarter quarter, Cause cause, Component component) {}

    public Proposal(Uzovi uzovi, YearQuarter quarter) {
        this.digest = new ProposalDigest(uzovi, quarter);
    }

    /** Looks at a contract and quarter, whether or not it gets a line. */
    public void see(ContractQuarter contract) {
        var facts = contract.facts();
        boolean complete = facts.count() != null && facts.tariff() != null;
        if (complete || Coverage.of(facts.quarter(), facts.inForce(), List.of()).daysInForce() == 0) {
            return;
        }
        if (facts.count() == null) {
            withoutDelivery.computeIfAbsent(facts.quarter(), quarter -> new long[1])[0]++;
        }
        if (facts.tariff() == null) {
            withoutTariff.computeIfAbsent(facts.quarter(), quarter -> new long[1])[0]++;
        }
    }

    /** Takes the next line; lines come in the order of contract id and quarter. */
    public void add(ProposedLine line) {
        digest.add(line);
        lines++;
        zeroLines += line.zeroReason() == null ? 0 : 1;
        for (var part : line.parts()) {
            add(line.contract().facts().quarter(), part);
            add(creditors.computeIfAbsent(line.creditor(part.component()), creditor -> new long[1]), 0, part.cents());
        }
    }

    private void add(YearQuarter quarter, Part part) {
        var total = totals.computeIfAbsent(new Group(quarter, part.cause(), part.component()), group -> new long[2]);
        total[0]++;
        add(total, 1, part.cents());
    }

    private static void add(long[] sums, int at, long cents) {
        sums[at] = Math.addExact(sums[at], cents);
    }

    /** The hash over everything that was added, in hexadecimal. To be asked once. */
    public String hash() {
        return digest.hex();
    }

    public long lines() {
        return lines;
    }

    public long zeroLines() {
        return zeroLines;
    }

    public List<RunTotal> totals() {
        var rows = new ArrayList<RunTotal>();
        totals.forEach((group, total) -> rows.add(
                new RunTotal(group.quarter(), group.cause(), group.component(), total[0], new Euro(total[1]))));
        return rows;
    }

    /** The quarters that something is booked about. */
    public Set<YearQuarter> quartersWithParts() {
        var quarters = new TreeSet<YearQuarter>();
        totals.keySet().forEach(group -> quarters.add(group.quarter()));
        return quarters;
    }

    public List<RunWarning> warnings() {
        var warnings = new ArrayList<RunWarning>();
        withoutDelivery.forEach((quarter, contracts) ->
                warnings.add(RunWarning.found(WarningKind.MISSING_DELIVERY, quarter.toString(), contracts[0])));
        withoutTariff.forEach((quarter, contracts) ->
                warnings.add(RunWarning.found(WarningKind.MISSING_TARIFF, quarter.toString(), contracts[0])));
        creditors.forEach((creditor, cents) -> {
            if (cents[0] < 0) {
                warnings.add(RunWarning.found(WarningKind.NEGATIVE_CREDITOR, creditor.account(), cents[0]));
            }
        });
        return warnings;
    }

    /** What a proposal's parts about one quarter, of one cause and component, come to. */
    public record RunTotal(YearQuarter quarter, Cause cause, Component component, long parts, Euro amount) {}
}
