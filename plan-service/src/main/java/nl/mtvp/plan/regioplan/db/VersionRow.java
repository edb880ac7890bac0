package nl.mtvp.plan.regioplan.db;

import static java.util.Comparator.comparing;

import jakarta.persistence.Basic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.Decision;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.domain.Party;
import nl.mtvp.plan.regioplan.domain.PlanVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.ListedVersion;
import nl.mtvp.plan.regioplan.domain.PlanVersion.VersionSummary;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.VersionState;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** A version as it stands in its table, with who decides and what was decided. A list of versions leaves the content. */
@Entity(name = "RegioplanVersion")
@DynamicUpdate
class VersionRow {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    RegioplanRow regioplan;

    int number;

    @Enumerated(EnumType.STRING)
    PlanVersion.Origin origin;

    @Basic(fetch = FetchType.LAZY)
    String content;

    @Convert(converter = HexDigest.class)
    String contentHash;

    @EmbeddedColumnNaming("created_%s")
    Deed created;

    @Enumerated(EnumType.STRING)
    VersionState state;

    boolean commitsToLeidraad;

    @EmbeddedColumnNaming("submitted_%s")
    Deed submitted;

    LocalDate decisionDueOn;
    Instant decidedAt;

    @EmbeddedColumnNaming("withdrawn_%s")
    Deed withdrawn;

    String withdrawalReason;

    /** What the content says too, for who looks for interventions. */
    @ElementCollection
    @CollectionTable(name = "regioplan_selection", joinColumns = @JoinColumn(name = "version_id"))
    Set<Selection.Line> selections;

    @ElementCollection
    @CollectionTable(name = "regioplan_party", joinColumns = @JoinColumn(name = "version_id"))
    Set<Party> parties = new HashSet<>();

    @OneToMany(mappedBy = "version", cascade = CascadeType.PERSIST)
    Set<DecisionRow> decisions = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "regioplan_evidence", joinColumns = @JoinColumn(name = "version_id"))
    @Convert(attributeName = "documentDigest", converter = HexDigest.class)
    Set<Evidence> evidence = new HashSet<>();

    static VersionRow of(PlanVersion version, RegioplanRow regioplan) {
        var row = new VersionRow();
        row.id = version.id();
        row.regioplan = regioplan;
        row.number = version.number();
        row.origin = version.origin();
        row.content = new String(version.content().canonical(), StandardCharsets.UTF_8);
        row.contentHash = version.content().hash();
        row.created = version.course().created();
        row.state = version.state();
        row.selections = version.content().selections().stream()
                .map(line -> new Selection.Line(line.intervention().code(), line.firstYear()))
                .collect(Collectors.toSet());
        return row;
    }

    void submit(Collection<Party> deciding, Deed deed, LocalDate dueOn) {
        state = VersionState.SUBMITTED;
        commitsToLeidraad = true;
        submitted = deed;
        decisionDueOn = dueOn;
        parties.addAll(deciding);
    }

    void withdraw(PlanVersion.Withdrawal withdrawal) {
        state = VersionState.WITHDRAWN;
        withdrawn = withdrawal.withdrawn();
        withdrawalReason = withdrawal.reason();
    }

    String content() {
        return content;
    }

    PlanVersion version(Content read) {
        return new PlanVersion(
                id,
                regioplan.id,
                number,
                origin,
                state,
                read,
                new PlanVersion.Course(
                        created,
                        Optional.ofNullable(submitted),
                        decisionDueOn,
                        decidedAt,
                        Optional.ofNullable(withdrawn).map(deed -> new PlanVersion.Withdrawal(withdrawalReason, deed))),
                sorted(parties, comparing(Party::region).thenComparing(Party::uzovi)),
                sorted(
                        decisions.stream().map(DecisionRow::decision).toList(),
                        comparing((Decision of) -> of.decided().at()).thenComparing(Decision::uzovi)),
                sorted(evidence, comparing(Evidence::uzovi)));
    }

    VersionSummary summary() {
        return new VersionSummary(number, state, origin, contentHash);
    }

    ListedVersion listed() {
        return new ListedVersion(
                regioplan.id,
                number,
                regioplan.rho,
                List.copyOf(regioplan.regions),
                regioplan.title,
                state,
                origin,
                contentHash,
                created.at(),
                submitted == null ? null : submitted.at(),
                decisionDueOn,
                decidedAt);
    }

    private static <T> List<T> sorted(Collection<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }
}
