package nl.mtvp.kernel.rest.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nl.mtvp.kernel.rest.limit.Turns.Answer;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns<String> turns = new Turns<>(2, 4);
    private final List<String> went = new ArrayList<>();

    private Answer ask(String client, String request) {
        return turns.ask(client, () -> went.add(request));
    }

    @Test
    void so_many_of_a_client_are_worked_on_some_wait_and_more_are_refused() {
        assertEquals(
                List.of(Answer.NOW, Answer.NOW, Answer.LATER, Answer.LATER, Answer.NEVER),
                List.of(ask("a", "1"), ask("a", "2"), ask("a", "3"), ask("a", "4"), ask("a", "5")));
        assertEquals(List.of(), went);
    }

    @Test
    void whoever_waits_goes_on_in_the_order_in_which_it_came() {
        List.of("1", "2", "3", "4").forEach(request -> ask("a", request));
        turns.done("a");
        turns.done("a");
        assertEquals(List.of("3", "4"), went);
        turns.done("a");
        assertEquals(Answer.NOW, ask("a", "5"), "there is a place again");
    }

    @Test
    void one_client_does_not_wait_for_another() {
        List.of("1", "2", "3", "4", "5").forEach(request -> ask("a", request));
        assertEquals(Answer.NOW, ask("b", "1"));
        turns.done("b");
        assertEquals(List.of(), went, "and its end gives the other one nothing");
    }

    @Test
    void a_client_that_has_ended_begins_anew() {
        for (int time = 0; time < 3; time++) {
            assertEquals(Answer.NOW, ask("a", "x"));
            assertEquals(Answer.NOW, ask("a", "y"));
            turns.done("a");
            turns.done("a");
        }
    }

    @Test
    void places_are_limited_for_one_and_for_all() {
        var places = new Places<String>(2, 3);
        assertEquals(
                List.of(true, true, false, true, false),
                List.of(places.take("a"), places.take("a"), places.take("a"), places.take("b"), places.take("c")));
        places.free("a");
        assertEquals(List.of(true, false), List.of(places.take("c"), places.take("c")));
    }
}
