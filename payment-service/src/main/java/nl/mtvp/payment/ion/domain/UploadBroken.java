package nl.mtvp.payment.ion.domain;

import java.time.Duration;
import nl.mtvp.kernel.failure.DomainFailure;

/** Content that did not come to its end; what came in stays (D38). */
public final class UploadBroken extends DomainFailure {

    private UploadBroken(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Whoever sent it has gone, and hears of it by HEAD. */
    public static UploadBroken off() {
        return new UploadBroken(
                Kind.REJECTED, "broken-off", "the content broke off; ask with HEAD where to go on, and send the rest");
    }

    public static UploadBroken tooSlow(long bytesMin, Duration within) {
        return new UploadBroken(
                Kind.TOO_SLOW,
                "too-slow",
                "content is waited for as long as " + bytesMin + " bytes come within " + within.toSeconds()
                        + " s; ask with HEAD where to go on, and send the rest");
    }
}
