package nl.mtvp.suite.certificate;

import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Whom a certificate speaks for, as in those of PKIoverheid.
 *
 * @param oin the organisation's identification number: the subject's {@code serialNumber}
 */
public record Subject(String commonName, String organisation, String oin) {

    public Subject {
        Objects.requireNonNull(commonName, "commonName");
        Objects.requireNonNull(organisation, "organisation");
        if (!oin.matches("\\d{20}")) {
            throw new IllegalArgumentException("an OIN has 20 digits");
        }
    }

    /** The number that a certificate carries, if it carries one. */
    public static Optional<String> oinOf(X509Certificate certificate) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Stream.of(name.getRDNs(BCStyle.SERIALNUMBER))
                .findFirst()
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()));
    }

    X500Name name() {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.SERIALNUMBER, oin)
                .build();
    }
}
