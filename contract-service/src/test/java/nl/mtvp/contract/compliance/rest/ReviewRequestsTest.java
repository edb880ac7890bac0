package nl.mtvp.contract.compliance.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.mtvp.contract.compliance.domain.Outcome;
import nl.mtvp.contract.compliance.rest.ReviewBodies.ClaimRequest;
import nl.mtvp.contract.compliance.rest.ReviewBodies.DecisionRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewRequestsTest {

    private static final Instant NOW = Instant.parse("2023-05-10T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2023, 5, 10);

    static Stream<Arguments> decisions() {
        var claim = new ClaimRequest(null, null, null, null);
        var backwards = new ClaimRequest(TODAY, TODAY, null, null);
        return Stream.of(
                Arguments.of(decision(Outcome.REMEDY, TODAY, null, null), List.of("/remedyUntil not-ahead")),
                Arguments.of(
                        decision(Outcome.REMEDY, null, TODAY, claim),
                        List.of(
                                "/remedyUntil missing",
                                "/stoppedFrom not-with-this-outcome",
                                "/clawback only-with-a-breach")),
                Arguments.of(decision(Outcome.BREACH, null, TODAY, claim), List.of()),
                Arguments.of(
                        decision(Outcome.BREACH, null, TODAY, backwards),
                        List.of("/clawback/clawedBackUntil empty-period")),
                Arguments.of(decision(null, null, TODAY, claim), List.of()));
    }

    private static DecisionRequest decision(
            Outcome outcome, LocalDate remedyUntil, LocalDate stoppedFrom, ClaimRequest clawback) {
        return new DecisionRequest(outcome, null, remedyUntil, stoppedFrom, clawback);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void tellsWhatNoContractMends(DecisionRequest request, List<String> told) {
        assertEquals(
                told,
                request.foreseen(NOW).stream()
                        .map(fault -> fault.location() + " " + fault.code())
                        .toList());
    }
}
