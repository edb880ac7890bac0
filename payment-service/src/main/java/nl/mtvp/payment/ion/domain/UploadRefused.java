package nl.mtvp.payment.ion.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Content that cannot be taken in as it comes: at another offset, too late, or beside another upload. */
public class UploadRefused extends DomainFailure {

    private UploadRefused(String code, String message) {
        super(Kind.CONFLICT, code, message);
    }

    public static UploadRefused atOffset(long stated, long actual) {
        return new UploadRefused(
                "offset-is-wrong",
                "the content goes on at byte " + actual + ", not " + stated + "; ask with HEAD and send from there");
    }

    public static UploadRefused complete() {
        return new UploadRefused("delivery-is-complete", "this delivery's content is complete; announce a new one");
    }

    public static UploadRefused underWay() {
        return new UploadRefused(
                "upload-under-way", "another upload of this delivery is under way; ask with HEAD when it has ended");
    }
}
