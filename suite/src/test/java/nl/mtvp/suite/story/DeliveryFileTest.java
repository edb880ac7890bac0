package nl.mtvp.suite.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryFileTest {

    @TempDir
    private Path folder;

    @Test
    void it_tells_what_the_file_must_come_to() throws Exception {
        var written = written("delivery.csv");

        assertEquals(Map.of("01000001", 2L, "01000002", 1L), written.ion());
        assertEquals(3, written.accepted());
        assertEquals(1, written.duplicates());
        assertEquals(6, written.refused());
        assertEquals(10, written.rows());
        assertEquals(11, Files.readAllLines(written.path()).size());
        var bytes = Files.readAllBytes(written.path());
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), written.sha256());
    }

    @Test
    void the_same_patients_give_the_same_file() throws Exception {
        assertEquals(written("first.csv").sha256(), written("second.csv").sha256());
    }

    @Test
    void no_two_patients_share_a_pseudonym() throws Exception {
        try (var file = new DeliveryFile(folder.resolve("many.csv"))) {
            for (int number = 0; number < 50_000; number++) {
                file.patient(number, "01000001");
            }
            var lines = Files.readAllLines(file.written().path());
            var pseudonyms = new HashSet<String>();
            lines.stream().skip(1).forEach(line -> pseudonyms.add(line.substring(0, 36)));
            assertEquals(50_000, pseudonyms.size());
            assertTrue(lines.get(1).matches("[0-9a-f-]{36},01000001,[0-9]{4}-[0-9]{2}-[0-9]{2}"), lines.get(1));
        }
    }

    private DeliveryFile.Written written(String name) {
        try (var file = new DeliveryFile(folder.resolve(name))) {
            file.patient(1, "01000001");
            file.patient(2, "01000001");
            file.patient(3, "01000002");
            file.copy(1, "01000001");
            file.olderElsewhere(2, "01000002");
            file.undecided("01000001", "01000002");
            file.wrong("01000001", LocalDate.of(2023, 7, 1));
            return file.written();
        }
    }
}
