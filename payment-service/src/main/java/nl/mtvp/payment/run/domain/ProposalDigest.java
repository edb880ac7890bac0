package nl.mtvp.payment.run.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Collectors;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import org.threeten.extra.YearQuarter;

/**
 * The proposal hash (D46): SHA-256 over the insurer, the quarter and the lines in the order of contract and quarter,
 * with their inputs and parts. No ids of run or line, and no times. The form is written down in
 * docs/canonical-forms.md.
 */
public final class ProposalDigest {

    private static final String NONE = "-";

    private final MessageDigest digest = Digests.sha256();

    public ProposalDigest(Uzovi uzovi, YearQuarter quarter) {
        take("proposal|" + uzovi + "|" + quarter + "\n");
    }

    /** Takes the next line; lines come in the order of contract id and quarter. */
    public void add(ProposedLine line) {
        take(canonical(line));
    }

    /** The hash over everything that was added, in hexadecimal. */
    public String hex() {
        return Digests.hex(digest.digest());
    }

    static String canonical(ProposedLine line) {
        var facts = line.contract().facts();
        var parts = line.parts().stream()
                .map(part -> part.cause() + "/" + part.component() + "/" + part.cents())
                .collect(Collectors.joining(","));
        return String.join(
                        "|",
                        line.contract().contractId().toString(),
                        facts.quarter().toString(),
                        inputs(facts),
                        line.zeroReason() == null ? NONE : line.zeroReason().name(),
                        parts.isEmpty() ? NONE : parts)
                + "\n";
    }

    private static String inputs(Facts facts) {
        var clawbacks = facts.clawbacks().stream()
                .map(clawback -> clawback.from() + "/" + clawback.until() + "/" + clawback.tenThousandths())
                .collect(Collectors.joining(","));
        return String.join(
                "|",
                facts.holder().agb().code(),
                facts.count() == null ? NONE : Long.toString(facts.count().ion()),
                facts.tariff() == null ? NONE : Long.toString(facts.tariff().centsPerIon()),
                facts.inForce().from().toString(),
                facts.inForce().until() == null ? NONE : facts.inForce().until().toString(),
                clawbacks.isEmpty() ? NONE : clawbacks,
                facts.offset() == null ? NONE : Long.toString(facts.offset().centsPerQuarter()),
                facts.share() == null ? NONE : share(facts.share()));
    }

    private static String share(Share share) {
        return share.rho() + "/"
                + (share.tenThousandths() == null ? NONE : share.tenThousandths()) + "/"
                + (share.centsPerIon() == null ? NONE : share.centsPerIon());
    }

    private void take(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
