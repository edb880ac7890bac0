package nl.mtvp.kernel.testing;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jdbi.v3.core.Jdbi;

/**
 * How a service keeps its tables: by entities or by SQL, and which class writes each. {@code tables.csv} among the tests'
 * resources says so; here it is held against the database, the entities and the sources.
 */
public final class Tables {

    private static final Set<String> OF_THE_KERNEL = Set.of(
            "event",
            "event_position",
            "event_unplaced",
            "inbox",
            "feed_position",
            "idempotent_request",
            "person_name",
            "flyway_schema_history");

    private static final Pattern WRITING = Pattern.compile(
            "\\b(?:insert\\s+into|update|delete\\s+from|copy)\\s+(?:only\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);

    /** A name and what it is turned into; what is read from a column by its name and class is another thing. */
    private static final Pattern REFUSED =
            Pattern.compile("(?:Map\\.of\\(|,)\\s*\"([a-z]+(?:_[a-z0-9]+)+)\"\\s*,(?!\\s*\\w+\\.class)");

    private static final Pattern KEEPING = Pattern.compile("implements\\s+PanacheRepositoryBase<\\s*(\\w+)");

    /** Which class writes a table, and whether through an entity. */
    public record Kept(String way, String writer) {

        boolean byEntity() {
            return way.equals("entity");
        }
    }

    private final Map<String, Kept> said = new TreeMap<>();
    private final SessionFactoryImplementor factory;
    private final Jdbi jdbi;

    public Tables(EntityManagerFactory factory, Jdbi jdbi) {
        this.factory = factory.unwrap(SessionFactoryImplementor.class);
        this.jdbi = jdbi;
        try (var table = Tables.class.getClassLoader().getResourceAsStream("tables.csv")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        var cells = line.split(",");
                        said.put(cells[0], new Kept(cells[1], cells[2]));
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Map<String, Kept> said() {
        return said;
    }

    /** The numbers, for who reads the build. */
    public String summary() {
        long entities = said.values().stream().filter(Kept::byEntity).count();
        return "%d tables kept by entities, %d by SQL, written by %d classes"
                .formatted(
                        entities,
                        said.size() - entities,
                        said.values().stream().map(Kept::writer).distinct().count());
    }

    /** The tables that the database has, but for the kernel's. */
    public Set<String> inDatabase() {
        List<String> found = jdbi.withHandle(
                handle -> handle.createQuery("select tablename from pg_tables where schemaname = 'public'")
                        .mapTo(String.class)
                        .list());
        var tables = new TreeSet<>(found);
        tables.removeAll(OF_THE_KERNEL);
        return tables;
    }

    /** The entities, and the collections of entities, that stand in each table; those that only read are left out. */
    public Map<String, List<String>> mapped() {
        return classes(false);
    }

    /** Those that only read. */
    public Map<String, List<String>> read() {
        return classes(true);
    }

    private Map<String, List<String>> classes(boolean immutable) {
        var classes = new TreeMap<String, List<String>>();
        factory.getMappingMetamodel().forEachEntityDescriptor(entity -> {
            if (isImmutable(entity) == immutable) {
                classes.computeIfAbsent(table(entity), none -> new ArrayList<>())
                        .add(name(entity));
            }
        });
        factory.getMappingMetamodel().forEachCollectionDescriptor(collection -> {
            if (!collection.isOneToMany() && isImmutable(collection) == immutable) {
                classes.computeIfAbsent(table(collection), none -> new ArrayList<>())
                        .add(collection.getRole());
            }
        });
        return classes;
    }

    private static boolean isImmutable(EntityPersister entity) {
        return entity.getMappedClass().isAnnotationPresent(Immutable.class);
    }

    private static boolean isImmutable(CollectionPersister collection) {
        return isImmutable(collection.getOwnerEntityPersister());
    }

    private static String name(EntityPersister entity) {
        return entity.getMappedClass().getSimpleName();
    }

    private static String table(EntityPersister entity) {
        return entity.getMappedTableDetails().getTableName();
    }

    private static String table(CollectionPersister collection) {
        return collection.getAttributeMapping().getSeparateCollectionTable();
    }

    /** The classes that write each table: by a statement in their sources, or as the repository of its entity. */
    public Map<String, Set<String>> writers() {
        var tables = new HashMap<String, String>();
        said.keySet().forEach(table -> tables.put(table, table));
        var repositories = new HashMap<String, String>();
        factory.getMappingMetamodel().forEachEntityDescriptor(entity -> {
            var table = table(entity);
            var named = entity.getMappedClass().getAnnotation(Entity.class).name();
            tables.put((named.isEmpty() ? name(entity) : named).toLowerCase(Locale.ROOT), table);
            repositories.put(name(entity), table);
        });
        var writers = new TreeMap<String, Set<String>>();
        sources().forEach((source, text) -> {
            WRITING.matcher(text)
                    .results()
                    .map(found -> tables.get(found.group(1).toLowerCase(Locale.ROOT)))
                    .filter(Objects::nonNull)
                    .forEach(table -> writers.computeIfAbsent(table, none -> new TreeSet<>())
                            .add(source));
            KEEPING.matcher(text)
                    .results()
                    .map(found -> repositories.get(found.group(1)))
                    .filter(Objects::nonNull)
                    .forEach(table -> writers.computeIfAbsent(table, none -> new TreeSet<>())
                            .add(source));
        });
        return writers;
    }

    /** The constraints that repositories turn into refusals, by the names that they use. */
    public Set<String> refused() {
        return sources().values().stream()
                .filter(text -> text.contains("Violations.transl"))
                .flatMap(text -> REFUSED.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The constraints that the database has: its own, unique indexes, and those that triggers name. */
    public Set<String> constraints() {
        return jdbi.withHandle(handle -> Set.copyOf(handle.createQuery(
                        """
                        select conname from pg_constraint
                        union
                        select cast(cast(indexrelid as regclass) as text) from pg_index where indisunique
                        union
                        select named[1] from pg_proc,
                            regexp_matches(prosrc, 'constraint\\s*=\\s*''(\\w+)''', 'gi') as named
                        """)
                .mapTo(String.class)
                .list()));
    }

    private static Map<String, String> sources() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Tables::text,
                            (one, two) -> one + two));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
