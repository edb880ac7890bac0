package nl.mtvp.kernel.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.time.Dates;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The order of a list, and so its pages: a page goes on after the keys of the last row of the page before, which its
 * cursor holds. Together the keys tell any two rows of the list apart.
 *
 * @param <R> the list's rows
 */
public final class Order<R> {

    /** Stands between the keys of a cursor; no text in the database has one. */
    private static final String BETWEEN = "\0";

    private static final ValueRange YEARS = ValueRange.of(1, 9_999);

    private record Key<R>(String name, Function<String, ?> read, Function<? super R, ?> of) {

        String written(R row) {
            return String.valueOf(of.apply(row));
        }
    }

    private final List<Key<R>> keys;

    private Order(List<Key<R>> keys) {
        this.keys = keys;
    }

    /**
     * @param name the column in SQL, or the attribute in HQL
     * @param read the key from its text, the inverse of its {@code toString}: what it would write otherwise is no cursor of
     *     ours; refuses what the database would not take
     * @param of the key of a row
     */
    public static <R> Order<R> by(String name, Function<String, ?> read, Function<? super R, ?> of) {
        return new Order<R>(List.of()).then(name, read, of);
    }

    /** Sorts rows with equal keys by another one. */
    public Order<R> then(String name, Function<String, ?> read, Function<? super R, ?> of) {
        var more = new ArrayList<>(keys);
        more.add(new Key<>(name, read, of));
        return new Order<>(List.copyOf(more));
    }

    /**
     * A page of entities.
     *
     * @throws InvalidInput if the cursor is not one of this list's
     */
    public Page<R> page(PanacheRepositoryBase<R, ?> rows, Filters wanted, PageRequest asked) {
        return page(rows, "", wanted, asked);
    }

    /**
     * A page of entities, with more of them fetched than is by themselves.
     *
     * @param from the query up to its conditions, like {@code from Proposal p left join fetch p.answer}
     * @throws InvalidInput if the cursor is not one of this list's
     */
    public Page<R> page(PanacheRepositoryBase<R, ?> rows, String from, Filters wanted, PageRequest asked) {
        var after = after(wanted, asked);
        var query = from + " " + after.where() + clause();
        return page(rows.find(query, after.parameters()).range(0, asked.limit()).list(), asked);
    }

    /**
     * A page of what SQL finds. Where a cursor is given the statement may name its place too, to look among less: each key
     * of it in turn is {@code :after0}, {@code :after1} and so on, and {@code :limit} is one more than is asked for.
     *
     * @param select the statement up to its conditions
     * @throws InvalidInput if the cursor is not one of this list's
     */
    public Page<R> page(Sql sql, String select, Filters wanted, PageRequest asked, RowMapper<R> row) {
        var after = after(wanted, asked);
        return page(
                sql.query(select + " " + after.where() + clause() + " limit :limit")
                        .bindMap(after.parameters())
                        .bind("limit", asked.limit() + 1)
                        .map(row)
                        .list(),
                asked);
    }

    /**
     * The conditions of a page, for a statement that is more than one list: those of the list, after the place of the
     * cursor. Such a statement has this order and finds one row more than is asked for; {@link #page(List, PageRequest)}
     * makes the page of it.
     *
     * @throws InvalidInput if the cursor is not one of this list's
     */
    public Filters after(Filters wanted, PageRequest asked) {
        if (asked.cursor() == null) {
            return wanted;
        }
        var place = place(asked.cursor());
        var names = IntStream.range(0, keys.size())
                .mapToObj(at -> ":after" + at)
                .collect(Collectors.joining(", ", "(", ")"));
        var after =
                wanted.and(keys.stream().map(Key::name).collect(Collectors.joining(", ", "(", ")")) + " > " + names);
        for (int at = 0; at < keys.size(); at++) {
            after.with("after" + at, place.get(at));
        }
        return after;
    }

    private String clause() {
        return keys.stream().map(Key::name).collect(Collectors.joining(", ", " order by ", ""));
    }

    /** @param found up to one row more than was asked for, which tells that there is a next page */
    public Page<R> page(List<R> found, PageRequest asked) {
        if (found.size() <= asked.limit()) {
            return new Page<>(found, Optional.empty());
        }
        var rows = found.subList(0, asked.limit());
        return new Page<>(rows, Optional.of(cursor(rows.get(rows.size() - 1))));
    }

    private String cursor(R row) {
        var text = keys.stream().map(key -> key.written(row)).collect(Collectors.joining(BETWEEN));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Object> place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var words = text.split(BETWEEN, -1);
            if (words.length == keys.size()) {
                var place = IntStream.range(0, words.length)
                        .<Object>mapToObj(at -> keys.get(at).read().apply(words[at]))
                        .toList();
                if (place.stream().allMatch(Order::isInTheCalendar)
                        && place.stream().map(String::valueOf).toList().equals(List.of(words))) {
                    return place;
                }
            }
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw foreignCursor();
        }
        throw foreignCursor();
    }

    /** Java's calendar is longer than the database's. */
    private static boolean isInTheCalendar(Object key) {
        return key instanceof Instant moment
                ? Dates.isInTheCalendar(moment)
                : !(key instanceof TemporalAccessor day)
                        || !day.isSupported(ChronoField.YEAR)
                        || YEARS.isValidIntValue(day.get(ChronoField.YEAR));
    }

    private static InvalidInput foreignCursor() {
        return new InvalidInput(Fault.inQuery(
                "cursor", "malformed", "take the cursor from the Link header of the page before; it is opaque"));
    }
}
