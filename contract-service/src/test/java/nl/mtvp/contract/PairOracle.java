package nl.mtvp.contract;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractState;
import nl.mtvp.contract.contract.domain.ContractStep;
import nl.mtvp.contract.contract.domain.Course;

/** What must hold of one pair's contracts, worked out the long way round (D29, D34, D35). */
final class PairOracle {

    private PairOracle() {}

    /** The steps that make the one course of a contract the other. */
    static List<ContractStep> stepsBetween(Course before, Course after) {
        var steps = new ArrayList<ContractStep>();
        if (!before.stop().equals(after.stop())) {
            steps.add(after.stop().isPresent() ? ContractStep.STOP : ContractStep.WITHDRAW_STOP);
        }
        if (!before.end().equals(after.end())) {
            steps.add(after.end().isPresent() ? ContractStep.END : ContractStep.WITHDRAW_END);
        }
        if (!before.succession().equals(after.succession())) {
            steps.add(ContractStep.SUCCEED);
        }
        if (!before.annulment().equals(after.annulment())) {
            steps.add(ContractStep.ANNUL);
        }
        return steps;
    }

    /** The oracle of D29: days of each practice counted one by one, from the contracts and their successions. */
    static void requireNoSharedDay(List<Contract> own, LocalDate today, String when) {
        var last = LocalDate.parse("2026-01-01");
        var taken = new ArrayList<String>();
        for (var contract : own) {
            if (contract.state(today) != ContractState.ANNULLED) {
                var until =
                        contract.course().inForceUntil().filter(last::isAfter).orElse(last);
                var turns = turns(contract);
                contract.startsOn()
                        .datesUntil(until)
                        .map(day -> turns.floorEntry(day).getValue() + " on " + day)
                        .forEach(taken::add);
            }
        }
        assertEquals(taken.stream().distinct().count(), taken.size(), when + ": two contracts share a day");
    }

    /** Who holds it from which day on. */
    private static TreeMap<LocalDate, String> turns(Contract contract) {
        var turns = new TreeMap<LocalDate, String>(
                Map.of(contract.startsOn(), contract.agb().code()));
        if (contract.course().succession().isPresent()) {
            var shown = getAs(buyer("3332"), "/v1/contracts/" + contract.id() + "/successions")
                    .extract()
                    .jsonPath();
            List<Map<String, String>> confirmed = shown.getList("findAll { it.state == 'CONFIRMED' }");
            confirmed.forEach(each -> turns.put(LocalDate.parse(each.get("succeedsFrom")), each.get("newAgb")));
        }
        return turns;
    }
}
