package nl.mtvp.plan.regioplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.mtvp.plan.regioplan.domain.Differences.Change;

class DifferencesPropertyTest {

    @Property
    void D6_a_version_does_not_differ_from_itself(@ForAll("contents") Content content) {
        assertTrue(isEmpty(Differences.between(content, content)));
    }

    @Property
    void D6_versions_differ_exactly_when_their_hashes_do(
            @ForAll("contents") Content before, @ForAll("contents") Content after) {
        assertEquals(before.hash().equals(after.hash()), isEmpty(Differences.between(before, after)));
    }

    @Property
    void D6_the_way_back_is_the_way_there_reversed(
            @ForAll("contents") Content before, @ForAll("contents") Content after) {
        var there = Differences.between(before, after);
        var back = Differences.between(after, before);

        assertEquals(
                new Differences(
                        reversed(there.interventions()),
                        reversed(there.subjects()),
                        reversed(there.challenges()),
                        reversed(there.activities()),
                        reversed(there.agreements()),
                        there.rhoShare() == null ? null : reversed(there.rhoShare())),
                back);
    }

    @Property
    void D6_the_changes_applied_to_the_one_make_the_other(
            @ForAll("contents") Content before, @ForAll("contents") Content after) {
        var found = Differences.between(before, after);

        assertEquals(years(after), applied(years(before), found.interventions()));
        assertEquals(
                after.details().subjects().told(),
                applied(before.details().subjects().told(), found.subjects()));
        assertEquals(
                byTitle(after.details().challenges()),
                applied(byTitle(before.details().challenges()), found.challenges()));
        assertEquals(
                byTitle(after.details().activities()),
                applied(byTitle(before.details().activities()), found.activities()));
        assertEquals(
                byTitle(after.details().agreements()),
                applied(byTitle(before.details().agreements()), found.agreements()));
        assertEquals(
                after.details().rhoShare(),
                found.rhoShare() == null
                        ? before.details().rhoShare()
                        : found.rhoShare().after());
    }

    @Provide
    Arbitrary<Content> contents() {
        return Contents.any();
    }

    private static boolean isEmpty(Differences found) {
        return found.rhoShare() == null
                && List.of(
                                found.interventions(),
                                found.subjects(),
                                found.challenges(),
                                found.activities(),
                                found.agreements())
                        .stream()
                        .allMatch(List::isEmpty);
    }

    private static <T> List<Change<T>> reversed(List<Change<T>> changes) {
        return changes.stream().map(DifferencesPropertyTest::reversed).toList();
    }

    private static <T> Change<T> reversed(Change<T> change) {
        return new Change<>(change.what(), change.after(), change.before());
    }

    private static <T> Map<String, T> applied(Map<String, T> before, List<Change<T>> changes) {
        var result = new TreeMap<>(before);
        for (var change : changes) {
            assertEquals(change.before(), result.get(change.what()));
            if (change.after() == null) {
                result.remove(change.what());
            } else {
                result.put(change.what(), change.after());
            }
        }
        return result;
    }

    private static Map<String, Integer> years(Content content) {
        return content.selections().stream()
                .collect(Collectors.toMap(line -> line.intervention().code(), Selection::firstYear));
    }

    private static <T extends Titled> Map<String, T> byTitle(List<T> lines) {
        return lines.stream().collect(Collectors.toMap(Titled::title, line -> line));
    }
}
