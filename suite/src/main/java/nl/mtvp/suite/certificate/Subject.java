package nl.mtvp.suite.certificate;

import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

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

    X500Name name() {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.SERIALNUMBER, oin)
                .build();
    }
}
