package nl.mtvp.contract.contract.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;
import org.junit.jupiter.api.Test;

class CertificateTest {

    @Test
    void D27_the_document_is_canonical_and_the_digest_is_over_its_bytes() {
        var certificate = Certificate.of(UUID.randomUUID(), Map.of("b", 1, "a", "x"));
        assertEquals("{\"a\":\"x\",\"b\":1}", new String(certificate.document(), StandardCharsets.UTF_8));
        assertEquals(
                Digests.hex(Digests.sha256("{\"a\":\"x\",\"b\":1}".getBytes(StandardCharsets.UTF_8))),
                certificate.digestHex());
    }

    @Test
    void D27_a_certificate_with_another_digest_cannot_exist() {
        var certificate = Certificate.of(UUID.randomUUID(), Map.of("a", "x"));
        var document = certificate.document();
        document[2] ^= 1;
        assertThrows(
                IllegalArgumentException.class,
                () -> new Certificate(certificate.contractId(), document, certificate.digest()));
    }
}
