package nl.mtvp.plan.praktijkplan;

import static nl.mtvp.plan.Api.post;
import static nl.mtvp.plan.Api.practice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.Together;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** What a praktijkplan once said stays (D13): the database holds it, whoever asks for a change. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PraktijkplanHistoryTest extends PraktijkplanScenario {

    @Test
    void D13_what_was_written_is_changed_by_nobody_not_even_the_owner_of_the_tables() {
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        post(
                        practice(agb),
                        plan + "/progress",
                        Map.of("code", "AW-01", "stage", "STARTED", "observedOn", "2023-12-14", "description", "begun"))
                .statusCode(201);
        for (var table : List.of(
                "praktijkplan",
                "praktijkplan_version",
                "praktijkplan_intervention",
                "praktijkplan_staff",
                "praktijkplan_progress",
                "praktijkplan_overdue")) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "delete from " + table);
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "delete from " + table);
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "truncate " + table + " cascade");
        }
        for (var change : List.of(
                "praktijkplan set agb = agb",
                "praktijkplan_intervention set development = 'another'",
                "praktijkplan_staff set hours_per_week = 40",
                "praktijkplan_progress set description = 'another'",
                "praktijkplan_overdue set told_at = told_at")) {
            Sql.refused(Sql.NOT_GRANTED, Sql.APP, "update " + change);
            Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, "update " + change);
        }
        Sql.refused(Sql.NOT_GRANTED, Sql.APP, "update praktijkplan_version set regioplan_version_id = null");
    }

    @Test
    void D13_a_submitted_version_never_becomes_a_draft_again() {
        var plan = plan();
        submitted(plan, 1, YEAR_1);
        var back = "update praktijkplan_version set state = 'DRAFT', submitted_at = null, submitted_on = null,"
                + " submitted_by = null where praktijkplan_id = '" + plan.substring(plan.lastIndexOf('/') + 1) + "'";
        Sql.refused(Sql.ONLY_GROWS, Sql.APP, back);
        Sql.refused(Sql.ONLY_GROWS, Sql.OWNER, back);
    }

    @Test
    void D13_of_20_simultaneous_submissions_of_two_versions_one_version_is_in_force() {
        var plan = plan();
        var first = version(plan, 1, YEAR_1);
        var second = version(plan, 1, List.of(planned("AW-02"), planned("GG-02")));
        var statuses = Together.of(
                20, number -> submit(number % 2 == 0 ? first : second).extract().statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        assertEquals(1, events("nl.mtvp.praktijkplan-submitted.v1").size());
    }
}
