package nl.mtvp.kernel.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.time.Dates;
import nl.mtvp.kernel.time.Quarters;
import org.threeten.extra.YearQuarter;

/** How a parameter of a path or a query is read: as strictly as a body, and with as clear a refusal. */
@Provider
public class Parameters implements ParamConverterProvider {

    private record Form<T>(Function<String, T> read, String rule) {}

    private static final Map<Class<?>, Form<?>> FORMS = Map.of(
            Agb.class, new Form<>(Agb::new, Agb.RULE),
            Uzovi.class, new Form<>(Uzovi::new, Uzovi.RULE),
            Kvk.class, new Form<>(Kvk::new, Kvk.RULE),
            YearQuarter.class, new Form<>(Quarters::of, Quarters.RULE),
            UUID.class, new Form<>(UUID::fromString, "an id is a UUID"),
            Boolean.class, new Form<>(Parameters::claim, "true or false is expected"),
            Euro.class, new Form<>(Euro::of, Euro.RULE),
            LocalDate.class, new Form<>(Dates::day, Dates.DAY_RULE),
            Instant.class, new Form<>(Dates::moment, Dates.MOMENT_RULE),
            String.class, new Form<>(Parameters::text, "a text holds no NUL character"));

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return text;
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
        return form == null ? null : new Strict<>(form, place(annotations));
    }

    /** Every parameter of a method's path and query that cannot be read as it was sent. */
    static List<Fault> faults(Method method, UriInfo uri) {
        var parameters = new Parameters();
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameters.fault(parameter, uri).stream())
                .toList();
    }

    private Optional<Fault> fault(Parameter parameter, UriInfo uri) {
        var place = place(parameter.getAnnotations());
        var sent = place.in().equals("query") ? uri.getQueryParameters() : uri.getPathParameters();
        var converter = getConverter(parameter.getType(), parameter.getParameterizedType(), parameter.getAnnotations());
        if (converter == null || place.in().equals("header") || !sent.containsKey(place.name())) {
            return Optional.empty();
        }
        try {
            converter.fromString(sent.getFirst(place.name()));
            return Optional.empty();
        } catch (MalformedParameter malformed) {
            return Optional.of(malformed.fault());
        }
    }

    /** Where the parameter stands, as a fault with nothing said yet. */
    private static Place place(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return new Place("query", query.value());
            }
            if (annotation instanceof HeaderParam header) {
                return new Place("header", header.value());
            }
            if (annotation instanceof PathParam path) {
                return new Place("path", path.value());
            }
        }
        return new Place("path", "");
    }

    private record Place(String in, String name) {}

    private record Strict<T>(Form<T> form, Place place) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return form.read().apply(text);
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
