package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** The national desk's word on what was forwarded, with its reasons (D2): one, and never by who proposed or forwarded. */
@Entity(name = "InterventionDecision")
@Immutable
public class Decision extends Word {

    /** Stands here again, so that the database can hold it against who decides. */
    private String answeredBy;

    private Entry entry;
    private LocalDate decidedOn;

    @EmbeddedColumnNaming("decided_%s")
    private Deed decided;

    protected Decision() {}

    /** @param entry how it joins the catalogue when it is accepted, else null */
    public Decision(ProposalState outcome, String reasons, Entry entry, LocalDate decidedOn, Deed decided) {
        super(outcome, Objects.requireNonNull(reasons, "reasons"));
        this.entry = entry;
        this.decidedOn = Objects.requireNonNull(decidedOn, "decidedOn");
        this.decided = Objects.requireNonNull(decided, "decided");
        if (!ProposalState.FORWARDED.allows(outcome)) {
            throw new IllegalArgumentException("the desk accepts or rejects");
        }
    }

    /** @throws InvalidInput unless it says how the proposal joins the catalogue exactly when it is accepted */
    void requireConsistent(Kernelement kernelement) {
        InvalidInput.ifAny(faults(outcome() == ProposalState.ACCEPTED, entry != null));
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

    @Override
    void on(Proposal proposal) {
        super.on(proposal);
        this.answeredBy = proposal.answer().answered().by();
    }

    /** How it joins the catalogue; null when it is rejected. */
    public Entry entry() {
        return entry;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    public Deed decided() {
        return decided;
    }
}
