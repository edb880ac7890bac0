package nl.mtvp.plan.regioplan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;

/** Contents of regioplan versions for tests: few names and values, so that two of them often share some. */
final class Contents {

    static final LocalDate DAY = LocalDate.of(2023, 7, 1);

    private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "c", "d");
    private static final Arbitrary<String> TEXTS = Arbitraries.of("one", "two").injectNull(0.4);
    private static final Arbitrary<LocalDate> DAYS =
            Arbitraries.of(DAY, DAY.plusDays(1)).injectNull(0.4);

    private Contents() {}

    static Content of(List<Selection> selections, Details details) {
        return new Content("UNICUM", List.of("ZOU", "Lekstroom"), "Plan 2023", selections, details);
    }

    static Selection selection(String code, int firstYear) {
        return new Selection(
                new Intervention(code, Kernelement.ANDERS_WERKEN, code, code, LocalDate.of(2023, 1, 1)), firstYear);
    }

    static Arbitrary<Content> any() {
        return Combinators.combine(selections(), details()).as(Contents::of);
    }

    private static Arbitrary<List<Selection>> selections() {
        return Combinators.combine(
                        Arbitraries.of("AW-01", "AW-02", "GG-01"),
                        Arbitraries.integers().between(1, 2))
                .as(Contents::selection)
                .list()
                .uniqueElements(selection -> selection.intervention().code())
                .ofMaxSize(3);
    }

    private static Arbitrary<Details> details() {
        return Combinators.combine(subjects(), challenges(), activities(), agreements(), share())
                .as(Details::new);
    }

    private static Arbitrary<Subjects> subjects() {
        return Combinators.combine(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS)
                .as(Subjects::new);
    }

    private static Arbitrary<List<Challenge>> challenges() {
        var priority = Arbitraries.integers().between(1, 3).injectNull(0.3);
        return titled(Combinators.combine(NAMES, priority, TEXTS).as(Challenge::new));
    }

    private static Arbitrary<List<Activity>> activities() {
        return titled(Combinators.combine(NAMES, DAYS, DAYS, TEXTS).as(Activity::new));
    }

    private static Arbitrary<List<Agreement>> agreements() {
        return titled(Combinators.combine(NAMES, TEXTS).as(Agreement::new));
    }

    private static Arbitrary<RhoShare> share() {
        var percentage = Arbitraries.of("12.5", "12.50", "10").map(BigDecimal::new);
        return percentage.map(of -> new RhoShare(of, null, "support", DAY)).injectNull(0.4);
    }

    private static <T extends Titled> Arbitrary<List<T>> titled(Arbitrary<T> line) {
        return line.list().ofMaxSize(4).map(lines -> {
            var seen = new HashSet<String>();
            var once = new ArrayList<>(lines);
            once.removeIf(one -> !seen.add(one.title()));
            return once;
        });
    }
}
