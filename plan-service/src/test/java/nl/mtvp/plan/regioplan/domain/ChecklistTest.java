package nl.mtvp.plan.regioplan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.mtvp.plan.regioplan.domain.Checklist.Item;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final LocalDate APRIL = LocalDate.of(2023, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2023, 7, 1);

    @Test
    void D4_of_a_plan_that_tells_nothing_every_item_is_missing_and_says_what_mends_it() {
        var list = Checklist.of(new Details(Subjects.NONE, List.of(), List.of(), List.of(), null));

        assertEquals(
                List.of(
                        "missionAndVision",
                        "ictVision",
                        "governance",
                        "support",
                        "challenges",
                        "challengePriorities",
                        "activities",
                        "activityDates",
                        "activityActors",
                        "agreements",
                        "agreementMonitoring"),
                list.stream().map(Item::item).toList());
        for (var item : list) {
            assertEquals(false, item.present(), item.item());
            assertEquals("D4: ", item.mend().substring(0, 4), item.item());
        }
    }

    @Test
    void D4_of_a_plan_that_tells_all_nothing_is_missing() {
        var list = Checklist.of(new Details(
                new Subjects("mission", "one record system", "board", "broadly", null, null, null),
                List.of(new Challenge("Waiting times", 1, null)),
                List.of(new Activity("Triage training", APRIL, JULY, "UNICUM")),
                List.of(new Agreement("Referrals", "each quarter")),
                null));

        for (var item : list) {
            assertEquals(true, item.present(), item.item());
            assertNull(item.mend(), item.item());
        }
    }

    @Test
    void D4_free_text_tells_a_subject_but_not_its_lines() {
        var list = items(new Details(
                new Subjects(null, " ", null, null, "waiting times", "training", "on referrals"),
                List.of(),
                List.of(),
                List.of(),
                null));

        assertEquals(
                List.of("activities", "agreements", "challenges"),
                list.values().stream()
                        .filter(Item::present)
                        .map(Item::item)
                        .sorted()
                        .toList());
    }

    @Test
    void D4_lines_that_tell_too_little_are_named() {
        var list = items(new Details(
                Subjects.NONE,
                List.of(new Challenge("Waiting times", 1, null), new Challenge("Staff", null, null)),
                List.of(new Activity("Training", APRIL, null, "UNICUM"), new Activity("Lean", APRIL, JULY, null)),
                List.of(new Agreement("Referrals", ""), new Agreement("Transfer", "yearly")),
                null));

        assertEquals(
                "D4: add a priority, to: Staff", list.get("challengePriorities").mend());
        assertEquals(
                "D4: add dates, runsFrom and runsUntil, to: Training",
                list.get("activityDates").mend());
        assertEquals("D4: add who does it, to: Lean", list.get("activityActors").mend());
        assertEquals(
                "D4: add how it is monitored, to: Referrals",
                list.get("agreementMonitoring").mend());
        assertEquals(true, list.get("challenges").present());
    }

    private static Map<String, Item> items(Details details) {
        return Checklist.of(details).stream().collect(Collectors.toMap(Item::item, item -> item));
    }
}
