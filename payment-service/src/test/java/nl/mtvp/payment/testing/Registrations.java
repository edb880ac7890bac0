package nl.mtvp.payment.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Content of deliveries: so many patients for each practice, every patient another one. */
public final class Registrations {

    private static final String HEADER = "pseudonym,agb,registered_on\n";

    private Registrations() {}

    public static String of(Map<String, Integer> patients) {
        var content = new StringBuilder(HEADER);
        long patient = 0;
        for (var practice : new TreeMap<>(patients).entrySet()) {
            for (int i = 0; i < practice.getValue(); i++) {
                content.append(line(new UUID(0x4000, ++patient).toString(), practice.getKey(), "2020-05-17"));
            }
        }
        return content.toString();
    }

    public static String of(String... lines) {
        return HEADER + String.join("", lines);
    }

    public static String line(String pseudonym, String agb, String registeredOn) {
        return pseudonym + "," + agb + "," + registeredOn + "\n";
    }
}
