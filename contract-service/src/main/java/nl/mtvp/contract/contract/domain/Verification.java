package nl.mtvp.contract.contract.domain;

import java.util.List;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;

/**
 * Whether a document is the signed one (D27): its canonical form has the certificate's digest. Else it says where they
 * differ.
 *
 * @param digest of the canonical form of what was given
 */
public record Verification(boolean signed, String digest, String certificateDigest, List<Difference> differences) {

    public static Verification of(Certificate certificate, Object given) {
        var digest = Digests.hex(Digests.sha256(CanonicalJson.bytes(given)));
        boolean signed = digest.equals(certificate.digest());
        var differences = signed
                ? List.<Difference>of()
                : Difference.between(CanonicalJson.read(certificate.frozen().bytes()), given);
        return new Verification(signed, digest, certificate.digest(), differences);
    }
}
