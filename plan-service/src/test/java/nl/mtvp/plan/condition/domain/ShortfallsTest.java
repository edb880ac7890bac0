package nl.mtvp.plan.condition.domain;

import static nl.mtvp.plan.condition.domain.Condition.COOPERATION_AGREEMENTS;
import static nl.mtvp.plan.condition.domain.Condition.GP_MANDATE;
import static nl.mtvp.plan.condition.domain.Condition.ION_100000;
import static nl.mtvp.plan.condition.domain.Condition.LEGAL_PERSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Kvk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallsTest {

    private static final Set<Condition> ALL = EnumSet.allOf(Condition.class);
    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2023-05-01T10:00:00Z");
    private static final Kvk KVK = new Kvk("12345678");
    private static final List<ConditionEvidence> COMPLETE = List.of(
            shown(LEGAL_PERSON), mandate("ZOU", 80, 100), mandate("Lekstroom", 9, 10), shown(COOPERATION_AGREEMENTS));

    @Test
    void D5_an_rho_that_shows_everything_has_no_shortfall() {
        assertEquals(List.of(), codes(rho(KVK, 100_000, COMPLETE), ALL));
    }

    @Test
    void D5_every_shortfall_is_told_at_once_with_what_mends_it() {
        var shortfalls = Shortfall.of(rho(KVK, 99_999, List.of()), ALL);
        assertEquals(
                List.of(
                        "LEGAL_PERSON null evidence-missing",
                        "ION_100000 null too-few-ion",
                        "GP_MANDATE ZOU evidence-missing",
                        "GP_MANDATE Lekstroom evidence-missing",
                        "COOPERATION_AGREEMENTS null evidence-missing"),
                shortfalls.stream()
                        .map(missing -> missing.condition() + " " + missing.region() + " " + missing.code())
                        .toList());
        assertTrue(shortfalls.stream().allMatch(missing -> missing.detail().startsWith("D5: ")));
    }

    @Test
    void D5_a_foreign_organisation_is_no_dutch_legal_person_whatever_it_shows() {
        assertEquals(List.of("no-dutch-legal-person"), codes(rho(new Kvk("00000000"), 100_000, COMPLETE), ALL));
    }

    @ParameterizedTest
    @CsvSource({"80, 100, true", "79, 100, false", "4, 5, true", "0, 1, false", "83, 104, false", "84, 105, true"})
    void D5_a_mandate_is_of_eighty_percent_of_the_regions_gps(int mandated, int gps, boolean enough) {
        var evidence = List.of(mandate("ZOU", mandated, gps), mandate("Lekstroom", 1, 1));
        assertEquals(
                enough ? List.of() : List.of("mandate-too-small"),
                codes(rho(KVK, 100_000, evidence), Set.of(GP_MANDATE)));
    }

    @Test
    void D5_without_a_region_there_is_nobody_to_give_a_mandate() {
        assertEquals(
                List.of("no-region"), codes(new Standing("UNICUM", KVK, 0, List.of(), COMPLETE), Set.of(GP_MANDATE)));
    }

    @Test
    void D5_what_the_insurer_does_not_ask_is_no_shortfall() {
        var bare = rho(KVK, 0, List.of());
        for (var condition : Condition.values()) {
            assertEquals(
                    Set.of(condition),
                    Set.copyOf(Shortfall.of(bare, Set.of(condition)).stream()
                            .map(Shortfall::condition)
                            .toList()));
        }
        assertEquals(List.of(), codes(bare, Set.of()));
    }

    @Test
    void D5_evidence_goes_with_its_condition() {
        var regions = List.of("ZOU");
        assertEquals(List.of(), faults(shown(LEGAL_PERSON), regions));
        assertEquals(List.of(), faults(mandate("ZOU", 4, 5), regions));
        assertEquals(List.of("counted-here"), faults(shown(ION_100000), regions));
        assertEquals(List.of("not-its-region", "not-told", "not-told"), faults(shown(GP_MANDATE), regions));
        assertEquals(List.of("not-its-region", "more-than-there-are"), faults(mandate("Lekstroom", 6, 5), regions));
        assertEquals(
                List.of("no-mandate"),
                faults(new ConditionEvidence(ID, LEGAL_PERSON, "x", "ab", "ZOU", null, null, NOW), regions));
    }

    private static List<String> faults(ConditionEvidence evidence, List<String> regions) {
        return evidence.faults(regions).stream().map(Fault::code).toList();
    }

    private static List<String> codes(Standing rho, Set<Condition> applied) {
        return Shortfall.of(rho, applied).stream().map(Shortfall::code).toList();
    }

    private static Standing rho(Kvk kvk, long ion, List<ConditionEvidence> evidence) {
        return new Standing("UNICUM", kvk, ion, List.of("ZOU", "Lekstroom"), evidence);
    }

    private static ConditionEvidence shown(Condition condition) {
        return new ConditionEvidence(ID, condition, "document", "ab", null, null, null, NOW);
    }

    private static ConditionEvidence mandate(String region, int mandated, int gps) {
        return new ConditionEvidence(ID, GP_MANDATE, "document", "ab", region, mandated, gps, NOW);
    }
}
