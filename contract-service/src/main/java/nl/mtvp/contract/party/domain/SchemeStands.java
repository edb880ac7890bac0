package nl.mtvp.contract.party.domain;

import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer has one scheme on any day (D31). */
public class SchemeStands extends DomainFailure {

    public SchemeStands(Uzovi uzovi) {
        super(
                Kind.CONFLICT,
                "scheme-stands",
                "insurer " + uzovi + " has a scheme on some of these days already; end that first (D31)");
    }
}
