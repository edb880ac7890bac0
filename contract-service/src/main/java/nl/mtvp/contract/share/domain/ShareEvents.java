package nl.mtvp.contract.share.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/** What the feed tells of shares (D49). */
public final class ShareEvents {

    private ShareEvents() {}

    /**
     * @param percentage like {@code 12.5}; null where an amount is agreed
     * @param amountPerIon null where a percentage is agreed
     * @param shareUntil the first day on which it is not shared; null while that is open
     * @param sourceKnownAt when the practice consented
     */
    public record RhoShareAgreed(
            UUID shareId,
            UUID contractId,
            Uzovi uzovi,
            Agb agb,
            String rho,
            String percentage,
            Euro amountPerIon,
            LocalDate shareFrom,
            LocalDate shareUntil,
            UUID regioplanVersionId,
            String regioplanContentHash,
            Instant sourceKnownAt) {

        public static final String TYPE = "nl.mtvp.rho-share-agreed.v1";

        public static RhoShareAgreed of(RhoShare share, Uzovi uzovi, Agb agb) {
            return new RhoShareAgreed(
                    share.id(),
                    share.contractId(),
                    uzovi,
                    agb,
                    share.rho(),
                    share.part().percentage().map(Percentage::toString).orElse(null),
                    share.part().amountPerIon().orElse(null),
                    share.valid().from(),
                    share.valid().until().orElse(null),
                    share.ground().regioplanVersionId(),
                    share.ground().regioplanContentHash(),
                    share.consented().at());
        }
    }

    /** It is shared no more from a day on, earlier than was agreed. */
    public record RhoShareEnded(
            UUID shareId,
            UUID contractId,
            Uzovi uzovi,
            Agb agb,
            String rho,
            LocalDate shareUntil,
            String reason,
            Instant sourceKnownAt) {
        public static final String TYPE = "nl.mtvp.rho-share-ended.v1";
    }
}
