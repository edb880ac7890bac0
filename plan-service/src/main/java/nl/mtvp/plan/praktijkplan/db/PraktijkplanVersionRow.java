package nl.mtvp.plan.praktijkplan.db;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.praktijkplan.db.PraktijkplanVersionRepository.NewVersion;
import nl.mtvp.plan.praktijkplan.domain.ImplementationYear;
import nl.mtvp.plan.praktijkplan.domain.Planned;
import nl.mtvp.plan.praktijkplan.domain.Planned.Line;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanState;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion;
import nl.mtvp.plan.praktijkplan.domain.PraktijkplanVersion.VersionLine;
import nl.mtvp.plan.praktijkplan.domain.Staff;
import nl.mtvp.plan.praktijkplan.domain.Support;
import nl.mtvp.plan.praktijkplan.domain.YearPlan;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A version as it stands in its table, with what it plans. Only where it stands changes. */
@Entity(name = "PraktijkplanVersion")
@DynamicUpdate
class PraktijkplanVersionRow {

    /** A planned intervention. */
    @Embeddable
    record PlannedRow(String code, String development) {}

    /** A line of the staff of a planned intervention. @param position from 0, in the order in which it was told */
    @Embeddable
    record StaffRow(String code, int position, Staff staff) {}

    @Id
    UUID id;

    UUID praktijkplanId;
    int number;
    int year;
    UUID regioplanVersionId;

    @Enumerated(EnumType.STRING)
    PraktijkplanState state;

    Integer buildsOn;
    LocalDate submittedOn;

    @EmbeddedColumnNaming("created_%s")
    Deed created;

    @EmbeddedColumnNaming("submitted_%s")
    Deed submitted;

    @ElementCollection
    @CollectionTable(name = "praktijkplan_intervention", joinColumns = @JoinColumn(name = "version_id"))
    Set<PlannedRow> interventions;

    @ElementCollection
    @CollectionTable(name = "praktijkplan_staff", joinColumns = @JoinColumn(name = "version_id"))
    Set<StaffRow> staff = new HashSet<>();

    static PraktijkplanVersionRow of(NewVersion version, List<Line> lines, Deed created) {
        var row = new PraktijkplanVersionRow();
        row.id = version.id();
        row.praktijkplanId = version.praktijkplanId();
        row.number = version.number();
        row.year = version.year().number();
        row.regioplanVersionId = version.regioplanVersionId();
        row.state = PraktijkplanState.DRAFT;
        row.created = created;
        row.interventions = lines.stream()
                .map(line -> new PlannedRow(line.code(), line.development()))
                .collect(toSet());
        return row;
    }

    static Stream<StaffRow> staff(Line line) {
        return IntStream.range(0, line.staff().size())
                .mapToObj(position ->
                        new StaffRow(line.code(), position, line.staff().get(position)));
    }

    void submit(Integer base, Deed deed, LocalDate today) {
        state = PraktijkplanState.SUBMITTED;
        buildsOn = base;
        submitted = deed;
        submittedOn = today;
    }

    List<String> codes() {
        return interventions.stream().map(PlannedRow::code).toList();
    }

    /**
     * What is planned, beside what the regioplan selects: a selection never changes, and so neither does this.
     *
     * @param selectedFrom the year from which the regioplan selects an intervention, by code
     */
    PraktijkplanVersion version(Map<String, Intervention> catalogue, Map<String, Integer> selectedFrom) {
        var implementation = ImplementationYear.of(year);
        var staffed = staff.stream()
                .sorted(comparing(StaffRow::position))
                .collect(groupingBy(StaffRow::code, mapping(StaffRow::staff, toList())));
        var planned = interventions.stream()
                .map(line -> new Planned(
                        catalogue.get(line.code()),
                        Support.of(selectedFrom.get(line.code()), implementation),
                        staffed.getOrDefault(line.code(), List.of()),
                        line.development()))
                .toList();
        return new PraktijkplanVersion(
                id,
                praktijkplanId,
                number,
                state,
                regioplanVersionId,
                buildsOn,
                new YearPlan(implementation, planned),
                created.at(),
                submitted == null ? null : submitted.at());
    }

    VersionLine line() {
        return new VersionLine(number, year, state, created.at(), submitted == null ? null : submitted.at());
    }
}
