package nl.mtvp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.mtvp.kernel.testing.event.EventSchemas;
import nl.mtvp.suite.common.Service;
import nl.mtvp.suite.identity.Tokens;
import nl.mtvp.suite.stack.StackRecord;
import nl.mtvp.suite.walk.Walk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story as {@code ./mtvp up --with-story} tells it, and what is there to be called afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT {

    /** Another one than the default: the story does not hang on a lucky draw. */
    private static final String SEED = "0123456789abcdef".repeat(4);

    private static final Path DATA = Path.of("target", "story-stack").toAbsolutePath();
    private static final Pattern CHECKS = Pattern.compile("story: (\\d+) checks passed, (\\d+) failed");
    private static final Pattern LANDMARK =
            Pattern.compile("(?m)^  \\S.{19} (\\S+) +(http://127\\.0\\.0\\.1:\\d+/v1/\\S+)$");

    private static RunningStory story;

    @BeforeAll
    static void start() throws InterruptedException {
        story = RunningStory.in(DATA, 29180, SEED);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        story.stop();
    }

    @Test
    @Order(1)
    void every_check_of_the_story_passes() throws Exception {
        var checks = CHECKS.matcher(story.said());
        assertTrue(checks.find(), story::said);
        assertEquals("0", checks.group(2), Files.readString(DATA.resolve("logs/story.log")));
        assertTrue(Integer.parseInt(checks.group(1)) >= 40, checks::group);
        assertTrue(story.stays(), story::said);
    }

    @Test
    @Order(2)
    void what_it_says_can_be_called_is_there_for_whom_it_names() throws Exception {
        var tokens = new Tokens(StackRecord.read(DATA).directory());
        var landmarks = LANDMARK.matcher(story.said()).results().toList();
        assertEquals(8, landmarks.size(), story::said);
        for (var landmark : landmarks) {
            var request = HttpRequest.newBuilder(URI.create(landmark.group(2)))
                    .header("Authorization", "Bearer " + tokens.of(landmark.group(1)))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), landmark::group);
            assertTrue(answer.body().length() > 2, () -> landmark.group() + " is an empty list");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(4)
    void every_event_that_was_told_is_as_its_schema_says(Service service) throws Exception {
        var record = StackRecord.read(DATA);
        var token = new Tokens(record.directory()).of("contract-service");
        var address =
                switch (service) {
                    case PLAN -> record.plan();
                    case CONTRACT -> record.contract();
                    case PAYMENT -> record.payment();
                };
        var told = new FeedReader(address, token).all();
        assertTrue(told.size() > 3, () -> service + " told " + told.size());
        var schemas = EventSchemas.read();
        var wrong = told.stream()
                .flatMap(event -> schemas.faults(event.toString()).stream())
                .distinct()
                .toList();
        assertEquals(List.of(), wrong);
        System.out.printf("events of %s: %d, each as its schema says%n", service.module(), told.size());
        FeedReader.keep(told);
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> every_command_of_the_guides_and_the_readme_does_what_they_say() {
        return Walk.DOCUMENTS.stream()
                .map(document -> DynamicTest.dynamicTest(document, () -> new Walk(document, DATA).go()));
    }
}
