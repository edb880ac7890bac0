package nl.mtvp.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.mtvp.contract.administrative.rest.AdministrativeContractResource.AdministrativeContractRequest;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.agreement.rest.AgreementRequest.ArrangementRequest;
import nl.mtvp.contract.contract.rest.ContractResource.VerificationRequest;
import nl.mtvp.contract.ending.domain.EndingKind;
import nl.mtvp.contract.ending.rest.EndingResource.EndingRequest;
import nl.mtvp.contract.offer.domain.PortalAnswerKind;
import nl.mtvp.contract.party.rest.InsurerResource.LabelRequest;
import nl.mtvp.contract.party.rest.InsurerResource.SchemeRequest;
import nl.mtvp.contract.portal.rest.ListenerResource.IncomingRequest;
import nl.mtvp.contract.share.rest.ShareResource.ShareRequest;
import nl.mtvp.contract.succession.rest.SuccessionResource.SuccessionRequest;
import nl.mtvp.kernel.rest.body.Foreseen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong by a rule is told with what is wrong by form, not after it; a field that could not be read is null. */
class ForeseenTest {

    private static final Instant NOW = Instant.parse("2023-05-10T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2023, 5, 10);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final LocalDate JULY_2 = LocalDate.of(2023, 7, 2);
    private static final LocalDate JULY_3 = LocalDate.of(2023, 7, 3);

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(
                        new AdministrativeContractRequest(null, null, JULY_2, TOMORROW, null, null, null, null),
                        List.of("/startsOn no-first-day-of-a-quarter", "/agreedOn not-yet")),
                Arguments.of(
                        new AdministrativeContractRequest(null, null, null, null, null, null, null, null), List.of()),
                Arguments.of(new ArrangementRequest(ArrangementKind.NONE, null), List.of("/reason reason-needed")),
                Arguments.of(new ArrangementRequest(null, null), List.of()),
                Arguments.of(new VerificationRequest(Map.of(), "e30="), List.of(" one-of-two")),
                Arguments.of(new VerificationRequest(null, null), List.of()),
                Arguments.of(
                        new EndingRequest(EndingKind.NOTICE, LocalDate.of(2023, 8, 9), null),
                        List.of("/endedFrom notice-too-short")),
                Arguments.of(new EndingRequest(EndingKind.NOTICE, LocalDate.of(2023, 8, 10), null), List.of()),
                Arguments.of(new EndingRequest(EndingKind.END_DATE, TODAY, null), List.of("/endedFrom not-ahead")),
                Arguments.of(new EndingRequest(EndingKind.CLOSING, TODAY, null), List.of()),
                Arguments.of(new EndingRequest(EndingKind.MERGED, null, null), List.of("/kind by-a-succession-only")),
                Arguments.of(new EndingRequest(null, TODAY, null), List.of()),
                Arguments.of(
                        new ShareRequest(null, null, JULY_2, JULY_2, null, null),
                        List.of(
                                "/shareFrom no-first-day-of-a-quarter",
                                "/shareUntil no-first-day-of-a-quarter",
                                "/shareUntil no-day",
                                "/consents consent-needed")),
                Arguments.of(
                        new ShareRequest.ShareEndRequest(JULY_2, null),
                        List.of("/shareUntil no-first-day-of-a-quarter")),
                Arguments.of(new LabelRequest(null, null, JULY_2, JULY_3), List.of("/validUntil no-peildatum")),
                Arguments.of(new LabelRequest(null, null, null, JULY_3), List.of()),
                Arguments.of(new SchemeRequest(null, JULY_3, JULY_2), List.of("/validUntil no-day")),
                Arguments.of(new SchemeRequest(null, JULY_3, null), List.of()),
                Arguments.of(
                        message(PortalAnswerKind.REFUSED, "digest"),
                        List.of("/signatory not-null", "/reason not-null")),
                Arguments.of(
                        message(PortalAnswerKind.EXPIRY_CONFIRMED, "digest"), List.of("/offerDigest unknown-property")),
                Arguments.of(message(null, "digest"), List.of()),
                Arguments.of(
                        new SuccessionRequest(null, JULY_2, null, null),
                        List.of("/succeedsFrom no-first-day-of-a-quarter")),
                Arguments.of(new SuccessionRequest(null, null, null, null), List.of()));
    }

    private static IncomingRequest message(PortalAnswerKind kind, String digest) {
        return new IncomingRequest(null, kind, null, null, null, null, null, digest, null, null, null);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void tellsWhatItsRuleRefuses(Foreseen request, List<String> told) {
        assertEquals(
                told,
                request.foreseen(NOW).stream()
                        .map(fault -> fault.location() + " " + fault.code())
                        .toList());
    }
}
