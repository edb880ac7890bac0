package nl.mtvp.kernel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which texts are read as codes of problems. */
class ProblemCodesTest {

    @Test
    void a_code_is_what_is_given_where_a_refusal_takes_one(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("ThingRefused.java"),
                """
                class ThingRefused extends DomainFailure {
                    ThingRefused(Kind kind, String code, String message) { super(kind, code, message); }
                    ThingRefused(String code, String message, List<Fault> faults) { super(Kind.CONFLICT, code, message); }
                    static ThingRefused conflict(String code, String message) { return new ThingRefused(Kind.X, code, message); }
                    static ThingRefused a() { return conflict("thing-taken", "no " + "not-a-code"); }
                    static ThingRefused b() { return new ThingRefused(Kind.STALE, "thing-stale", "a-sentence"); }
                    static ThingRefused c(boolean x) { return new ThingRefused((x ? "thing-old" : "thing-new"), "m", List.of()); }
                    static ThingRefused d(State s) { return conflict("thing-is-" + s + "-now", "m"); }
                    static NotFound e() { return new NotFound("thing-not-found", "m"); }
                    static Fault f() { return Fault.inBody("/x", "fault-code", "m"); }
                }
                class ThingAway extends DomainFailure {
                    ThingAway() { super(Kind.UNAVAILABLE, "thing-away", "m"); }
                }
                """);
        Files.writeString(folder.resolve("Other.java"), "class Other { Object x = conflict(\"not-read\", \"m\"); }");
        assertEquals(
                Set.of(
                        "thing-away",
                        "thing-is-",
                        "thing-new",
                        "thing-not-found",
                        "thing-old",
                        "thing-stale",
                        "thing-taken"),
                ProblemCodes.in(folder).keySet());
    }
}
