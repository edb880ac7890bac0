package nl.mtvp.payment.ion.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** More content than a delivery may have (D38). What came in up to the limit stays, and is of no use. */
public class ContentTooLarge extends DomainFailure {

    public ContentTooLarge(long bytesMax) {
        super(
                Kind.TOO_LARGE,
                "content-too-large",
                "the content of a delivery may have at most " + bytesMax
                        + " bytes; announce a new delivery and send it packed with gzip");
    }
}
