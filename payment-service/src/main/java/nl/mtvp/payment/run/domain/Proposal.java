package nl.mtvp.payment.run.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.Part;
import org.threeten.extra.YearQuarter;

/** What a proposal comes to, gathered line by line in their order: its hash, its lines and its totals (D45, D46). */
public final class Proposal {

    private final ProposalDigest digest;
    private final Map<Group, long[]> totals = new HashMap<>();
    private long lines;
    private long zeroLines;

    private record Group(YearQuarter quarter, Cause cause, Component component) {}

    public Proposal(Uzovi uzovi, YearQuarter quarter) {
        this.digest = new ProposalDigest(uzovi, quarter);
    }

    /** Takes the next line; lines come in the order of contract id and quarter. */
    public void add(ProposedLine line) {
        digest.add(line);
        lines++;
        zeroLines += line.zeroReason() == null ? 0 : 1;
        line.parts().forEach(part -> add(line.contract().facts().quarter(), part));
    }

    private void add(YearQuarter quarter, Part part) {
        var total = totals.computeIfAbsent(new Group(quarter, part.cause(), part.component()), group -> new long[2]);
        total[0]++;
        total[1] = Math.addExact(total[1], part.cents());
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
}
