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
        assertEquals("{\"a\":\"x\",\"b\":1}", certificate.frozen().json());
        assertEquals(
                Digests.hex(Digests.sha256("{\"a\":\"x\",\"b\":1}".getBytes(StandardCharsets.UTF_8))),
                certificate.digest());
    }

    @Test
    void D27_a_certificate_with_another_digest_cannot_exist() {
        var certificate = Certificate.of(UUID.randomUUID(), Map.of("a", "x"));
        var document = certificate.frozen().json().replace("x", "y");
        assertThrows(IllegalArgumentException.class, () -> new Frozen(document, certificate.digest()));
    }
}
