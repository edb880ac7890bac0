package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import org.hibernate.annotations.Immutable;

/** The national desk's word on what was forwarded, with its reasons (D2): one, and never by who proposed or forwarded. */
@Entity
@Table(name = "intervention_decision")
@Immutable
public class Decision {

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY)
    @MapsId
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;

    /** Both stand here again, so that the database can hold them against who decides. */
    private String proposedBy;

    private String answeredBy;

    @Enumerated(EnumType.STRING)
    private ProposalState outcome;

    private String reasons;

    @Embedded
    private Entry entry;

    private LocalDate decidedOn;
    private String decidedBy;
    private Instant decidedAt;

    protected Decision() {}

    /** @param entry how it joins the catalogue when it is accepted, else null */
    public Decision(
            ProposalState outcome,
            String reasons,
            Entry entry,
            LocalDate decidedOn,
            String decidedBy,
            Instant decidedAt) {
        this.outcome = outcome;
        this.reasons = Objects.requireNonNull(reasons, "reasons");
        this.entry = entry;
        this.decidedOn = Objects.requireNonNull(decidedOn, "decidedOn");
        this.decidedBy = Objects.requireNonNull(decidedBy, "decidedBy");
        this.decidedAt = Objects.requireNonNull(decidedAt, "decidedAt");
        if (!ProposalState.FORWARDED.allows(outcome)) {
            throw new IllegalArgumentException("the desk accepts or rejects");
        }
    }

    /** @throws InvalidInput unless it says how the proposal joins the catalogue exactly when it is accepted */
    void requireConsistent(Kernelement kernelement) {
        InvalidInput.ifAny(faults(outcome == ProposalState.ACCEPTED, entry != null));
        InvalidInput.ifAny(entry == null ? List.of() : entry.faults(kernelement, decidedOn));
    }

    /** What is wrong with an outcome that comes with an entry, or without. */
    public static List<Fault> faults(boolean accepted, boolean hasEntry) {
        return accepted == hasEntry
                ? List.of()
                : List.of(
                        Fault.inBody(
                                "/entry",
                                "entry-goes-with-acceptance",
                                "D2: what is accepted has an entry in the catalogue (code, nameEn, usableFrom), and nothing else"));
    }

    void on(Proposal proposal) {
        this.proposal = proposal;
        this.proposedBy = proposal.proposedBy();
        this.answeredBy = proposal.answer().answeredBy();
    }

    public ProposalState outcome() {
        return outcome;
    }

    public String reasons() {
        return reasons;
    }

    /** How it joins the catalogue; null when it is rejected. */
    public Entry entry() {
        return entry;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
