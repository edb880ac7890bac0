package nl.mtvp.kernel.access;

import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody would act for a party that their token does not speak for. */
public class NotYours extends DomainFailure {

    public NotYours(String party, Object claimed) {
        super(
                Kind.FORBIDDEN,
                "not-yours",
                "you cannot act for " + party + ": your token speaks for " + claimed
                        + ". Ask for a token of the right organisation.");
    }
}
