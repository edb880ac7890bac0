package nl.mtvp.contract.contract.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Certificate;
import org.hibernate.annotations.Immutable;

/** A certificate as it stands in its table, byte for byte (D27). */
@Entity(name = "Certificate")
@Table(name = "certificate")
@Immutable
class CertificateRow {

    @Id
    UUID contractId;

    byte[] document;
    byte[] digest;

    static CertificateRow of(Certificate certificate) {
        var row = new CertificateRow();
        row.contractId = certificate.contractId();
        row.document = certificate.document();
        row.digest = certificate.digest();
        return row;
    }

    Certificate certificate() {
        return new Certificate(contractId, document, digest);
    }
}
