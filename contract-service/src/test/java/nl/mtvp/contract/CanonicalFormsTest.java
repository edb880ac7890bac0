package nl.mtvp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.mtvp.contract.compliance.domain.Sampling;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Verification;
import nl.mtvp.kernel.json.CanonicalJson;
import org.junit.jupiter.api.Test;

/** The test vectors of docs/canonical-forms.md are what the code computes (D27, D33). */
class CanonicalFormsTest {

    @Test
    void D27_the_digest_is_that_of_the_document() throws IOException {
        var section = section("## Certificate (D27), ");
        var example = CanonicalJson.read(blocks(section).get(0).getBytes(StandardCharsets.UTF_8));
        var certificate = Certificate.of(UUID.randomUUID(), example);
        assertTrue(section.contains("digest `" + certificate.digest() + "`"), certificate.digest());
        assertTrue(Verification.of(certificate, example).signed());
    }

    @Test
    void D33_the_sample_is_that_of_the_document() throws IOException {
        var section = section("## Compliance sample (D33)");
        var seed = Pattern.compile("seed `([0-9a-f]{64})`").matcher(section);
        assertTrue(seed.find());
        var population = ids(blocks(section).get(0));
        var sample = ids(blocks(section).get(1));
        assertEquals(sample, Sampling.first(2, HexFormat.of().parseHex(seed.group(1)), population));
    }

    private static List<UUID> ids(String block) {
        return block.lines().map(UUID::fromString).toList();
    }

    private static List<String> blocks(String section) {
        return Pattern.compile("```(?:json)?\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String section(String heading) throws IOException {
        var document = Files.readString(Path.of("../docs/canonical-forms.md"));
        var from = document.substring(document.indexOf(heading) + heading.length());
        int next = from.indexOf("\n## ");
        return next < 0 ? from : from.substring(0, next);
    }
}
