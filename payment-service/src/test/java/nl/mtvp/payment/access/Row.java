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
 */
record Row(
        String operationId,
        Kind kind,
        Set<String> roles,
        Function<Seed, List<Thing>> things,
        Map<String, String> query,
        Function<Thing, Object> body,
        Set<String> emptyFor) {

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
        return new Row(operationId, Kind.OPEN, Set.of(), seed -> List.of(), Map.of(), thing -> null, Set.of());
    }

    static Row shared(String operationId, String... roles) {
        return new Row(operationId, Kind.SHARED, Set.of(roles), seed -> List.of(), Map.of(), thing -> null, Set.of());
    }

    /** The same for what takes a body. */
    static Row sharedWith(Object body, String operationId, String... roles) {
        return new Row(operationId, Kind.SHARED, Set.of(roles), Seed::insurers, Map.of(), thing -> body, Set.of());
    }

    /** Lists, of which everybody gets their own. */
    static Row lists(String operationId, String... roles) {
        return new Row(operationId, Kind.LIST, Set.of(roles), seed -> List.of(), Map.of(), thing -> null, Set.of());
    }

    /** Reads one thing, or lists what is under it. */
    static Row reads(String operationId, Function<Seed, List<Thing>> things, String... roles) {
        return new Row(operationId, Kind.READ, Set.of(roles), things, Map.of(), thing -> null, Set.of());
    }

    /** Changes one thing, which is tried on others' things only: 403 or 404. */
    static Row acts(
            String operationId, Function<Seed, List<Thing>> things, Function<Thing, Object> body, String... roles) {
        return new Row(operationId, Kind.ACT, Set.of(roles), things, Map.of(), body, Set.of());
    }

    Row with(String parameter, String value) {
        var more = new LinkedHashMap<>(query);
        more.put(parameter, value);
        return new Row(operationId, kind, roles, things, more, body, emptyFor);
    }

    Row emptyFor(String... others) {
        return new Row(operationId, kind, roles, things, query, body, Set.of(others));
    }
}
