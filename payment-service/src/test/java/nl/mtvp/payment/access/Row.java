package nl.mtvp.payment.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the access test knows of an operation: which roles it is open to, and how to ask for somebody's.
 *
 * @param kind whether it lists, reads one thing, or acts on one
 * @param things the things that it reads or acts on
 * @param query what a request needs besides
 * @param body what an action on a thing sends; may give null
 * @param emptyFor roles that may get an empty list though they have something
 * @param everythingFor roles that get what is everybody's
 */
record Row(
        String operationId,
        Kind kind,
        Set<String> roles,
        Function<Seed, List<Thing>> things,
        Map<String, String> query,
        Function<Thing, Object> body,
        Set<String> emptyFor,
        Set<String> everythingFor) {

    /** What an operation does with what belongs to somebody. */
    enum Kind {
        /** For everybody, without a token. */
        OPEN,
        /** Of nobody in particular: whoever has the role gets the same. */
        SHARED,
        LIST,
        READ,
        ACT
    }

    static Row open(String operationId) {
        return row(operationId, Kind.OPEN, seed -> List.of(), thing -> null);
    }

    static Row shared(String operationId, String... roles) {
        return row(operationId, Kind.SHARED, seed -> List.of(), thing -> null, roles);
    }

    /** The same for what takes a body. */
    static Row sharedWith(Object body, String operationId, String... roles) {
        return row(operationId, Kind.SHARED, Seed::insurers, thing -> body, roles);
    }

    /** Lists, of which everybody gets their own. */
    static Row lists(String operationId, String... roles) {
        return row(operationId, Kind.LIST, seed -> List.of(), thing -> null, roles);
    }

    /** Reads one thing, or lists what is under it. */
    static Row reads(String operationId, Function<Seed, List<Thing>> things, String... roles) {
        return row(operationId, Kind.READ, things, thing -> null, roles);
    }

    /** Changes one thing, which is tried on others' things only: 403 or 404. */
    static Row acts(
            String operationId, Function<Seed, List<Thing>> things, Function<Thing, Object> body, String... roles) {
        return row(operationId, Kind.ACT, things, body, roles);
    }

    private static Row row(
            String operationId,
            Kind kind,
            Function<Seed, List<Thing>> things,
            Function<Thing, Object> body,
            String... roles) {
        return new Row(operationId, kind, Set.of(roles), things, Map.of(), body, Set.of(), Set.of());
    }

    Row with(String parameter, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Row(operationId, kind, roles, things, more, body, emptyFor, everythingFor);
    }

    Row emptyFor(String... others) {
        return new Row(operationId, kind, roles, things, query, body, Set.of(others), everythingFor);
    }

    Row everythingFor(String... others) {
        return new Row(operationId, kind, roles, things, query, body, emptyFor, Set.of(others));
    }
}
