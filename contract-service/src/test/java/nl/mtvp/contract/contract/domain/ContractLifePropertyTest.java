package nl.mtvp.contract.contract.domain;

import static nl.mtvp.kernel.testing.Refused.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.mtvp.contract.contract.domain.Course.Annulled;
import nl.mtvp.contract.contract.domain.Course.EndOnRecord;
import nl.mtvp.contract.contract.domain.Course.StopInForce;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;

/** D28, D34, D35, for every course, step and day around an end. */
class ContractLifePropertyTest {

    private static final LocalDate START = LocalDate.of(2023, 4, 1);
    private static final LocalDate TODAY = LocalDate.of(2023, 11, 15);

    @Property
    void D28_nothing_is_possible_with_an_annulled_contract(
            @ForAll ContractStep step, @ForAll boolean stopped, @ForAll @IntRange(min = -2, max = 2) int endsIn) {
        var course = course(stopped, Optional.of(TODAY.plusDays(endsIn)), true);
        assertFalse(ContractLife.allows(course, step, TODAY));
        assertEquals(ContractState.ANNULLED, ContractLife.state(course, TODAY));
        assertRefused("contract-is-annulled", () -> contract(course).require(step, TODAY, () -> new IllegalFailure()));
    }

    @Property
    void D34_D35_one_stop_and_one_end_stand_at_most_and_an_end_in_effect_stays(
            @ForAll boolean stopped, @ForAll boolean ends, @ForAll @IntRange(min = -2, max = 2) int endsIn) {
        var end = ends ? Optional.of(TODAY.plusDays(endsIn)) : Optional.<LocalDate>empty();
        var course = course(stopped, end, false);
        assertEquals(!stopped, ContractLife.allows(course, ContractStep.STOP, TODAY));
        assertEquals(stopped, ContractLife.allows(course, ContractStep.WITHDRAW_STOP, TODAY));
        assertEquals(!ends, ContractLife.allows(course, ContractStep.END, TODAY));
        assertEquals(ends && endsIn > 0, ContractLife.allows(course, ContractStep.WITHDRAW_END, TODAY));
        var expected =
                stopped ? ContractState.STOPPED : ends && endsIn <= 0 ? ContractState.ENDED : ContractState.ACTIVE;
        assertEquals(expected, ContractLife.state(course, TODAY));
    }

    @Property
    void D35_a_contract_goes_over_while_it_is_in_force_and_after_its_last_succession(
            @ForAll @IntRange(min = -3, max = 3) int endsIn,
            @ForAll @IntRange(min = -3, max = 3) int wentOver,
            @ForAll boolean succeeded) {
        var succession = new Course.SucceededBy(
                UUID.randomUUID(), new Agb("01999901"), new Agb("01999902"), TODAY.plusDays(wentOver));
        var course = new Course(
                Optional.empty(),
                Optional.of(new EndOnRecord(UUID.randomUUID(), TODAY.plusDays(endsIn))),
                succeeded ? Optional.of(succession) : Optional.empty(),
                Optional.empty());
        boolean expected = endsIn > 0 && (!succeeded || wentOver < 0);
        assertEquals(expected, ContractLife.canBeTakenOver(course, START, TODAY));
        assertFalse(ContractLife.canBeTakenOver(course, TODAY, TODAY), "on its first day it is another's");
    }

    @Property
    void D35_a_contract_ends_in_a_merger_while_it_is_in_force_and_nothing_ended_it(
            @ForAll boolean stopped, @ForAll boolean ends, @ForAll boolean annulled) {
        var end = ends ? Optional.of(TODAY.plusDays(1)) : Optional.<LocalDate>empty();
        var course = course(stopped, end, annulled);
        assertEquals(!stopped && !ends && !annulled, ContractLife.canBeMerged(course, START, TODAY));
        assertFalse(ContractLife.canBeMerged(course, TODAY, TODAY), "on its first day it is not another's yet");
    }

    @Example
    void D35_the_old_agb_holds_a_contract_up_to_its_succession_and_the_new_one_from_that_day_on() {
        var oldAgb = new Agb("01999901");
        var newAgb = new Agb("01999902");
        var succession = new Course.SucceededBy(UUID.randomUUID(), oldAgb, newAgb, TODAY);
        var contract =
                contract(new Course(Optional.empty(), Optional.empty(), Optional.of(succession), Optional.empty()));
        assertEquals(oldAgb, contract.holder(TODAY.minusDays(1)));
        assertEquals(newAgb, contract.holder(TODAY));
        assertEquals(oldAgb, contract(course(false, Optional.empty(), false)).holder(TODAY));
    }

    @Example
    void D29_a_holding_stands_in_the_way_of_every_start_before_its_last_day() {
        var until = new Holding(new Uzovi("3332"), new Agb("01999901"), START, Optional.of(TODAY));
        assertTrue(until.coversAnyDayFrom(START.minusDays(1)));
        assertTrue(until.coversAnyDayFrom(TODAY.minusDays(1)));
        assertFalse(until.coversAnyDayFrom(TODAY));
        assertTrue(new Holding(until.uzovi(), until.agb(), START, Optional.empty()).coversAnyDayFrom(TODAY));
    }

    private static final class IllegalFailure extends DomainFailure {
        IllegalFailure() {
            super(Kind.CONFLICT, "not-this-one", "the annulment is told first");
        }
    }

    private static Course course(boolean stopped, Optional<LocalDate> endedFrom, boolean annulled) {
        return new Course(
                stopped ? Optional.of(new StopInForce(UUID.randomUUID(), TODAY)) : Optional.empty(),
                endedFrom.map(day -> new EndOnRecord(UUID.randomUUID(), day)),
                Optional.empty(),
                annulled ? Optional.of(new Annulled(UUID.randomUUID(), Instant.EPOCH)) : Optional.empty());
    }

    private static Contract contract(Course course) {
        return new Contract(
                UUID.randomUUID(),
                new Origin(Origin.OriginKind.OFFER, UUID.randomUUID()),
                new Uzovi("3332"),
                new Agb("01999901"),
                new Kvk("12345678"),
                new Basis("VB", "region", UUID.randomUUID(), "ab"),
                START,
                Instant.EPOCH,
                "MTVP-2023",
                "2023-1",
                course);
    }
}
