package nl.mtvp.contract.share.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.db.FactRow;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.measure.domain.Percentage;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.contract.share.domain.Part;
import nl.mtvp.contract.share.domain.RhoShare;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.money.Euro;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A share as it stands in its table, where only its end may come later. */
@Entity(name = "RhoShare")
@DynamicUpdate
class ShareRow extends FactRow<RhoShare> {

    String rho;
    BigDecimal percentage;
    Euro centsPerIon;
    LocalDate shareFrom;
    LocalDate shareUntil;
    String benefit;
    UUID regioplanVersionId;

    @Convert(converter = HexDigest.class)
    String regioplanContentHash;

    @EmbeddedColumnNaming("consented_%s")
    Signature consented;

    RhoShare.End ended;

    ShareRow() {}

    ShareRow(RhoShare share) {
        super(share.id(), share.contractId());
        rho = share.rho();
        percentage = share.part().percentage().map(Percentage::value).orElse(null);
        centsPerIon = share.part().amountPerIon().orElse(null);
        shareFrom = share.valid().from();
        shareUntil = share.valid().until().orElse(null);
        benefit = share.benefit();
        regioplanVersionId = share.ground().regioplanVersionId();
        regioplanContentHash = share.ground().regioplanContentHash();
        consented = share.consented();
    }

    void end(RhoShare share) {
        shareUntil = share.valid().until().orElseThrow();
        ended = share.end().orElseThrow();
    }

    @Override
    protected RhoShare fact() {
        return new RhoShare(
                id,
                contractId,
                rho,
                new Part(Optional.ofNullable(percentage).map(Percentage::new), Optional.ofNullable(centsPerIon)),
                new Period(shareFrom, Optional.ofNullable(shareUntil)),
                benefit,
                new RhoShare.Ground(regioplanVersionId, regioplanContentHash),
                consented,
                Optional.ofNullable(ended));
    }
}
