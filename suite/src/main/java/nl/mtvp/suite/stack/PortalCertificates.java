package nl.mtvp.suite.stack;

import java.nio.file.Path;
import nl.mtvp.suite.certificate.Authority;
import nl.mtvp.suite.certificate.Identity;
import nl.mtvp.suite.certificate.Subject;
import nl.mtvp.suite.certificate.Validity;

/**
 * What contract-service and the portal show each other: a certificate each, of an authority that is made at start and
 * forgotten. They last as long as somebody may leave a stack running.
 */
public final class PortalCertificates {

    static final Subject CONTRACT_SERVICE =
            new Subject("contract-service", "MTVP zorgverzekeraars", "00000001900000000001");
    public static final Subject PORTAL = new Subject("zorginkoopportaal", "Zorginkoopportaal", "00000001900000000002");

    public static final String AUTHORITY = "MTVP local stack";

    private static final int DAYS = 7;

    private final StackFolder folder;
    private final Authority authority;

    private PortalCertificates(StackFolder folder, Authority authority) {
        this.folder = folder;
        this.authority = authority;
    }

    static PortalCertificates make(StackFolder folder) {
        var made = new PortalCertificates(folder, Authority.named(AUTHORITY, Validity.ofDays(DAYS)));
        made.authority.writeCertificate(folder.certificate("authority"));
        made.issue(CONTRACT_SERVICE);
        made.issue(PORTAL);
        return made;
    }

    private void issue(Subject subject) {
        var identity = authority.issue(subject, Validity.ofDays(DAYS));
        identity.writeCertificate(folder.certificate(subject.commonName()));
        identity.writeKey(folder.certificateKey(subject.commonName()));
    }

    /** Another one of the same authority, for a test: of a stranger, or of yesterday. */
    public Identity issue(Subject subject, Validity validity) {
        return authority.issue(subject, validity);
    }

    /** Whom to believe in this stack. */
    public Path authority() {
        return folder.certificate("authority");
    }
}
