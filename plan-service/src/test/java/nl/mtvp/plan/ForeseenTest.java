package nl.mtvp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.plan.admission.rest.AdmissionResource.RoundRequest;
import nl.mtvp.plan.admission.rest.PreferencesRequest;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.rest.EvidenceRequest;
import nl.mtvp.plan.learning.rest.CorrectionRequest;
import nl.mtvp.plan.learning.rest.MeetingRequest;
import nl.mtvp.plan.learning.rest.ParticipationRequest;
import nl.mtvp.plan.monitoring.rest.IndicatorValueRequest;
import nl.mtvp.plan.praktijkplan.rest.PraktijkplanResource.ProgressRequest;
import nl.mtvp.plan.proposal.rest.ProposalDecisionRequest;
import nl.mtvp.plan.proposal.rest.ProposalRequest;
import nl.mtvp.plan.region.rest.PracticeResource.MoveRequest;
import nl.mtvp.plan.region.rest.PracticesRequest;
import nl.mtvp.plan.regioplan.domain.Verdict;
import nl.mtvp.plan.regioplan.rest.DecisionRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeten.extra.YearQuarter;

/** What is wrong by a rule is told with what is wrong by form, not after it; a field that could not be read is null. */
class ForeseenTest {

    private static final Instant NOW = Instant.parse("2023-05-10T10:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.of(2023, 5, 9);
    private static final LocalDate TOMORROW = LocalDate.of(2023, 5, 11);
    private static final Agb AGB = new Agb("01010101");

    static Stream<Arguments> requests() {
        var ahead = new RoundRequest(null, YearQuarter.of(2025, 1), YESTERDAY);
        var line = new PreferencesRequest.PreferenceLine(AGB, false, YearQuarter.of(2023, 3));
        var unread = new PreferencesRequest.PreferenceLine(null, null, YearQuarter.of(2023, 3));
        var practice = new PracticesRequest.PracticeLine(AGB, null, null, null);
        var entry = new ProposalDecisionRequest.EntryRequest(null, null, null);
        return Stream.of(
                Arguments.of(ahead, List.of("/quarter too-far-ahead", "/preferencesUntil in-the-past")),
                Arguments.of(
                        new RoundRequest(null, null, LocalDate.of(2025, 1, 1)),
                        List.of("/preferencesUntil too-far-ahead")),
                Arguments.of(new RoundRequest(null, null, null), List.of()),
                Arguments.of(
                        new PreferencesRequest(Arrays.asList(line, null, unread, line)),
                        List.of(
                                "/preferences/0/laterQuarter contradiction",
                                "/preferences/3/agb named-twice",
                                "/preferences/3/laterQuarter contradiction")),
                Arguments.of(new PreferencesRequest(null), List.of()),
                Arguments.of(
                        new PracticesRequest(Arrays.asList(practice, null, practice)),
                        List.of("/practices/2/agb named-twice")),
                Arguments.of(new PracticesRequest(null), List.of()),
                Arguments.of(
                        new EvidenceRequest(Condition.GP_MANDATE, null, null, null, 5, 4),
                        List.of("/region not-its-region", "/mandatedGps more-than-there-are")),
                Arguments.of(
                        new EvidenceRequest(Condition.ION_100000, null, null, null, null, null),
                        List.of("/condition counted-here")),
                Arguments.of(new EvidenceRequest(null, null, null, "R", 5, 4), List.of()),
                Arguments.of(
                        new MeetingRequest(null, TOMORROW, List.of(AGB, AGB), List.of("AW-01", "AW-01"), null),
                        List.of("/heldOn in-the-future", "/practices/1 named-twice", "/interventions/1 named-twice")),
                Arguments.of(new MeetingRequest(null, null, null, null, null), List.of()),
                Arguments.of(
                        new CorrectionRequest(null, null, TOMORROW, null, null, null),
                        List.of("/heldOn in-the-future")),
                Arguments.of(
                        new ParticipationRequest(null, null, TOMORROW, null), List.of("/tookPlaceOn in-the-future")),
                Arguments.of(new ProgressRequest(null, null, TOMORROW, null), List.of("/observedOn in-the-future")),
                Arguments.of(
                        new IndicatorValueRequest(null, null, null, 2024, null, null, null),
                        List.of("/year in-the-future")),
                Arguments.of(new MoveRequest(null, null, YESTERDAY), List.of("/movesOn in-the-past")),
                Arguments.of(
                        new ProposalRequest(AGB, "unicum", null, null, null, null, null, null),
                        List.of("/agb one-proposer", "/rho one-proposer")),
                Arguments.of(new ProposalRequest(null, null, null, null, null, null, null, null), List.of()),
                Arguments.of(
                        new ProposalDecisionRequest(ProposalDecisionRequest.ProposalOutcome.ACCEPTED, null, null),
                        List.of("/entry entry-goes-with-acceptance")),
                Arguments.of(
                        new ProposalDecisionRequest(ProposalDecisionRequest.ProposalOutcome.REJECTED, null, entry),
                        List.of("/entry entry-goes-with-acceptance")),
                Arguments.of(new ProposalDecisionRequest(null, null, null), List.of()),
                Arguments.of(
                        new DecisionRequest(null, Verdict.REJECTED, null, null), List.of("/comment comment-needed")),
                Arguments.of(
                        new DecisionRequest(null, Verdict.REJECTED, null, " \u200b"),
                        List.of("/comment comment-needed")),
                Arguments.of(new DecisionRequest(null, null, null, null), List.of()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void tellsWhatItsRuleRefuses(Foreseen request, List<String> told) {
        assertEquals(
                told,
                request.foreseen(NOW).stream().map(ForeseenTest::placeAndCode).toList());
    }

    private static String placeAndCode(Fault fault) {
        return fault.location() + " " + fault.code();
    }
}
