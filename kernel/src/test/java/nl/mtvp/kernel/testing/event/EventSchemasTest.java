package nl.mtvp.kernel.testing.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the check of a told event sees. */
class EventSchemasTest {

    private static final String RIGHT =
            """
            {"specversion": "1.0", "id": "0188af0c-5100-7000-9a53-74edd6a6c00c",
             "source": "urn:nld:kvknr:00000000:systeem:mtvp-contract-service", "type": "nl.mtvp.offset-agreed.v1",
             "subject": "0188af0c-5100-7000-9a53-74edd6a6c00d", "time": "2023-06-12T08:00:00.5Z",
             "datacontenttype": "application/json",
             "data": {"offsetId": "0188af0c-5100-7000-9a53-74edd6a6c00e", "contractId": "0188af0c-5100-7000-9a53-74edd6a6c00d",
              "agreementId": "0188af0c-5100-7000-9a53-74edd6a6c00f", "uzovi": "3332", "agb": "01999901",
              "amountPerQuarter": "12.50", "offsetFrom": "2023-07-01", "offsetUntil": null,
              "sourceKnownAt": "2023-06-12T08:00:00Z"}}""";

    private final EventSchemas schemas = EventSchemas.read();

    @Test
    void an_event_that_is_as_its_schema_says_is_right() {
        assertEquals(List.of(), schemas.faults(RIGHT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contract-service | payment-service",
                "\"1.0\" | \"1.1\"",
                "c00c | c00",
                "offset-agreed | offset-forgotten",
                "\"uzovi\": \"3332\" | \"uzovi\": \"333\"",
                "\"uzovi\": \"3332\", | ``",
                "\"uzovi\": \"3332\" | \"uzovi\": 3332",
                "\"uzovi\": \"3332\" | \"uzovi\": \"3332\", \"more\": 1",
                "\"data\": | \"more\": 1, \"data\":",
                "\"12.50\" | \"12.5\"",
                "2023-07-01 | 2023-02-30",
                "\"offsetFrom\": \"2023-07-01\" | \"offsetFrom\": null",
                "08:00:00.5Z | 10:00:00+02:00",
            })
    void one_that_is_another_is_wrong(String right, String other) {
        var changed = RIGHT.replace(right.strip(), other.strip());
        assertTrue(!changed.equals(RIGHT), "nothing was changed");
        assertTrue(!schemas.faults(changed).isEmpty(), changed);
    }
}
