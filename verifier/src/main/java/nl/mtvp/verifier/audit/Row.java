package nl.mtvp.verifier.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** An object of a file, with the line on which it stands. What is asked of it is there in its form, or is Unreadable. */
record Row(String file, long line, Map<?, ?> properties) {

    String where() {
        return file + " line " + line;
    }

    /** Names with blanks between them. */
    static Set<String> names(String spaced) {
        return Set.of(spaced.split(" "));
    }

    /** That it has these properties, no more and no fewer. */
    void has(Set<String> names) {
        if (!names.equals(properties.keySet())) {
            throw new Unreadable("should have the properties " + new TreeSet<>(names) + ", but has "
                    + new TreeSet<>(properties.keySet()));
        }
    }

    boolean isNull(String name) {
        return properties.get(name) == null;
    }

    String text(String name) {
        return as(name, String.class);
    }

    long number(String name) {
        return as(name, Long.class);
    }

    UUID id(String name) {
        return parsed(name, "id", UUID::fromString);
    }

    LocalDate day(String name) {
        return parsed(name, "date", LocalDate::parse);
    }

    Instant moment(String name) {
        return parsed(name, "moment", Instant::parse);
    }

    Quarter quarter(String name) {
        return parsed(name, "quarter", Quarter::parse);
    }

    String sha256(String name) {
        return matching(name, "[0-9a-f]{64}", "SHA-256 in hexadecimal");
    }

    String uzovi(String name) {
        return matching(name, "[0-9]{4}", "UZOVI");
    }

    String agb(String name) {
        return matching(name, "[0-9]{8}", "AGB");
    }

    /** Null where the property is null. */
    <T> T orNull(String name, Function<String, T> read) {
        return isNull(name) ? null : read.apply(name);
    }

    Row object(String name) {
        return new Row(file, line, as(name, Map.class));
    }

    List<Row> objects(String name) {
        var objects = new ArrayList<Row>();
        for (Object element : as(name, List.class)) {
            if (!(element instanceof Map<?, ?> object)) {
                throw new Unreadable(name + " should be a list of objects");
            }
            objects.add(new Row(file, line, object));
        }
        return objects;
    }

    private String matching(String name, String form, String what) {
        var text = text(name);
        if (!text.matches(form)) {
            throw new Unreadable(name + " is no " + what + ": " + text);
        }
        return text;
    }

    private <T> T parsed(String name, String what, Function<String, T> parse) {
        var text = text(name);
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new Unreadable(name + " is no " + what + ": " + text);
        }
    }

    private <T> T as(String name, Class<T> type) {
        var value = properties.get(name);
        if (!type.isInstance(value)) {
            throw new Unreadable(name + " is missing or of another kind than it should be: " + value);
        }
        return type.cast(value);
    }
}
