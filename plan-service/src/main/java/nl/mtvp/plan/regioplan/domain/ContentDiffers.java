package nl.mtvp.plan.regioplan.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** A decision names another content than the version has (D6). */
public class ContentDiffers extends DomainFailure {

    public ContentDiffers(String contentHash) {
        super(
                Kind.CONFLICT,
                "content-differs",
                "D6: a decision is bound to the content; this version has the hash " + contentHash
                        + ". Read it, and decide on what it says");
    }
}
