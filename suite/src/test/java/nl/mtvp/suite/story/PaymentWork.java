package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.PAYMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.mtvp.suite.common.Answer;
import nl.mtvp.suite.common.Api;
import nl.mtvp.suite.common.Waiting;
import nl.mtvp.suite.story.DeliveryFile.Written;

/** What an insurer does in a quarter: deliver, make a run, approve it. All of it as its neighbours could see it. */
final class PaymentWork {

    private static final String PEILDATUM = "2024-01-01";
    private static final int DELIVERING_MILLIS = 900;
    private static final int COMPUTING_MILLIS = 300;
    private static final int POSTING_MILLIS = 200;

    /** What differs between two insurers, or between two equal answers. */
    private static final Set<String> OWN =
            Set.of("id", "contractId", "runId", "lineId", "uzovi", "knownAt", "sourceKnownAt", "bookedAt");

    private final Api api;
    private final String uzovi;
    private final Api.As system;
    private final Api.As buyer;
    private final Api.As approver;
    private final Knife knife;

    PaymentWork(Api api, String uzovi, Knife knife) {
        this.api = api;
        this.uzovi = uzovi;
        this.system = api.as("insurer-" + uzovi);
        this.buyer = api.as("buyer-" + uzovi);
        this.approver = api.as("approver-" + uzovi);
        this.knife = knife;
    }

    PaymentWork undisturbed() {
        return new PaymentWork(api, uzovi, Knife.none());
    }

    record Delivered(List<String> counts, String evidenceDigest) {}

    /** What a round came to, without what only this insurer's can be. */
    record Played(List<String> counts, String evidenceDigest, List<String> lines) {}

    Played play(Written file) {
        var delivered = delivered(file);
        var first = computed();
        var hash = first.text("proposalHash");
        buyer.post(PAYMENT, path(first) + "/withdrawals", Map.of("reason", "to be computed again"))
                .expect(201);
        var again = undisturbed().computed();
        assertEquals(hash, again.text("proposalHash"), "the proposal of the same facts");
        var lines = lines(again);
        post(again);
        return new Played(delivered.counts(), delivered.evidenceDigest(), lines);
    }

    Delivered delivered(Written file) {
        var id = Upload.announce(system, uzovi, PEILDATUM, file);
        Upload.bytes(system, id, file.path());
        var path = "/ion-deliveries/" + id;
        knife.during(
                DELIVERING_MILLIS,
                () -> {
                    if (get(path).text("status").equals("RECEIVING")) {
                        Upload.complete(system, id, file.path());
                    }
                },
                () -> wholeOrAbsent(() -> get(path).text("status"), "ACCEPTED", path + "/counts"));
        var done = Waiting.until("the delivery of " + uzovi, () -> get(path), answer -> List.of("ACCEPTED", "REFUSED")
                .contains(answer.text("status")));
        assertEquals(file.accepted(), done.body().path("accepted").asLong());
        assertEquals(file.refused(), done.body().path("refused").asLong());
        assertEquals(file.duplicates(), done.body().path("duplicates").asLong());
        assertEquals(
                file.refused() + file.duplicates(),
                system.all(PAYMENT, path + "/refusals").size());
        return new Delivered(comparable(system.all(PAYMENT, path + "/counts")), done.text("evidenceDigest"));
    }

    private Answer computed() {
        var key = UUID.randomUUID().toString();
        var request = Map.of("uzovi", uzovi, "quarter", "2024-Q1");
        var made = new Answer[1];
        knife.during(
                COMPUTING_MILLIS,
                () -> made[0] =
                        buyer.post(PAYMENT, "/payment-runs", request, key).expect(201),
                () -> buyer.all(PAYMENT, "/payment-runs?state=COMPUTING")
                        .forEach(run -> wholeOrAbsent(
                                () -> get("/payment-runs/" + run.path("id").asText())
                                        .text("state"),
                                "DRAFT",
                                "/payment-runs/" + run.path("id").asText() + "/lines")));
        return Waiting.until(
                "the computation of the run of " + uzovi, () -> get(path(made[0])), answer -> answer.text("state")
                        .equals("DRAFT"));
    }

    private void post(Answer draft) {
        var key = UUID.randomUUID().toString();
        var approval = Map.of("proposalHash", draft.text("proposalHash"));
        lookAtWarnings(draft);
        long before = payments().size();
        knife.during(
                POSTING_MILLIS,
                () -> approver.post(PAYMENT, path(draft) + "/approvals", approval, key)
                        .expect(201),
                () -> {
                    var state = get(path(draft)).text("state");
                    long booked = payments().size() - before;
                    boolean stood = get(path(draft)).text("state").equals(state);
                    assertTrue(!stood || state.equals("POSTED") == booked > 0, state + " with " + booked + " entries");
                });
        Waiting.until("the posting of the run of " + uzovi, () -> get(path(draft)), answer -> answer.text("state")
                .equals("POSTED"));
    }

    private void lookAtWarnings(Answer draft) {
        buyer.all(PAYMENT, path(draft) + "/warnings").stream()
                .map(warning -> warning.path("kind").asText())
                .distinct()
                .forEach(kind -> buyer.post(
                                PAYMENT,
                                path(draft) + "/acknowledgements",
                                Map.of(
                                        "proposalHash",
                                        draft.text("proposalHash"),
                                        "kind",
                                        kind,
                                        "reason",
                                        "as it should be"))
                        .expect(201));
    }

    /** Nothing is there as long as it is not finished. */
    private void wholeOrAbsent(Supplier<String> state, String finished, String list) {
        var before = state.get();
        int rows = system.all(PAYMENT, list).size();
        if (before.equals(state.get()) && !before.equals(finished)) {
            assertEquals(0, rows, list + " while it is " + before);
        }
    }

    private List<String> lines(Answer run) {
        return comparable(buyer.all(PAYMENT, path(run) + "/lines"));
    }

    List<String> payments() {
        return comparable(buyer.all(PAYMENT, "/payments?uzovi=" + uzovi));
    }

    private Answer get(String path) {
        return buyer.get(PAYMENT, path).expect(200);
    }

    private static String path(Answer run) {
        return "/payment-runs/" + run.text("id");
    }

    private static List<String> comparable(List<JsonNode> rows) {
        rows.forEach(PaymentWork::strip);
        return rows.stream().map(JsonNode::toString).sorted().toList();
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OWN);
        }
        node.forEach(PaymentWork::strip);
    }
}
