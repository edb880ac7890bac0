package nl.mtvp.kernel.rest.parameter;

import static java.util.Map.entry;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uuids;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.Texts;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Dates;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/** How a parameter of a path or a query is read: as strictly as a body, and with as clear a refusal. */
@Provider
public class Parameters implements ParamConverterProvider {

    private record Form<T>(Function<String, T> read, String rule) {}

    private static final Map<Class<?>, Form<?>> FORMS = Map.ofEntries(
            entry(Agb.class, new Form<>(Agb::new, Agb.RULE)),
            entry(Uzovi.class, new Form<>(Uzovi::new, Uzovi.RULE)),
            entry(Kvk.class, new Form<>(Kvk::new, Kvk.RULE)),
            entry(YearQuarter.class, new Form<>(Quarters::of, Quarters.RULE)),
            entry(UUID.class, new Form<>(Uuids::of, Uuids.RULE)),
            entry(
                    Integer.class,
                    new Form<>(Parameters::number, "a whole number is expected, in digits and without leading zeros")),
            entry(Boolean.class, new Form<>(Parameters::claim, "true or false is expected")),
            entry(Euro.class, new Form<>(Euro::of, Euro.RULE)),
            entry(LocalDate.class, new Form<>(Dates::day, Dates.DAY_RULE)),
            entry(Instant.class, new Form<>(Dates::moment, Dates.MOMENT_RULE)),
            entry(
                    String.class,
                    new Form<>(Parameters::text, "a text holds whole characters, and no control characters")));

    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,9}");

    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("no number");
        }
        return Integer.parseInt(text);
    }

    private static String text(String text) {
        Texts.fault(text).ifPresent(fault -> {
            throw new Told(fault);
        });
        return text;
    }

    /** Says itself what is wrong. */
    private static final class Told extends IllegalArgumentException {
        Told(String fault) {
            super(fault);
        }
    }

    private static boolean claim(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        var form = type.isEnum()
                ? new Form<>(
                        text -> (T) Enum.valueOf((Class) type, text),
                        "one of " + Arrays.toString(type.getEnumConstants()) + " is expected")
                : (Form<T>) FORMS.get(type);
        return form == null ? null : new Strict<>(form, place(annotations).orElse(new Place("path", "")));
    }

    /** Where a parameter with these annotations stands, if it is one of a path, a query or the headers. */
    public static Optional<Place> place(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return Optional.of(new Place("query", query.value()));
            }
            if (annotation instanceof HeaderParam header) {
                return Optional.of(new Place("header", header.value()));
            }
            if (annotation instanceof PathParam path) {
                return Optional.of(new Place("path", path.value()));
            }
        }
        return Optional.empty();
    }

    /** Where a parameter stands, as a fault tells it, and what it is called there. */
    public record Place(String in, String name) {}

    private record Strict<T>(Form<T> form, Place place) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return form.read().apply(text);
            } catch (Told told) {
                throw new MalformedParameter(new Fault(place.in(), place.name(), "malformed", told.getMessage()));
            } catch (RuntimeException malformed) {
                throw new MalformedParameter(new Fault(place.in(), place.name(), "malformed", form.rule()));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
