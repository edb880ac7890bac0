package nl.mtvp.contract.portal.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** The token is one organisation's and the client certificate another's (D36). */
public class AnotherOrganisation extends DomainFailure {

    public AnotherOrganisation() {
        super(
                Kind.FORBIDDEN,
                "token-of-another-organisation",
                "the token and the client certificate are not of the same organisation (D36)");
    }
}
