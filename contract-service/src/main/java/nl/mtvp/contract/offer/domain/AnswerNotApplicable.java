package nl.mtvp.contract.offer.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** What the portal says does not fit what we know of the offer; a person has to look (D25, D36). */
public class AnswerNotApplicable extends DomainFailure {

    public AnswerNotApplicable(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }
}
