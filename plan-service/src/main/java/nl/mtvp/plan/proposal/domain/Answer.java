package nl.mtvp.plan.proposal.domain;

import jakarta.persistence.Entity;
import java.util.Objects;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.json.Texts;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** The insurer's word on a proposal (D2): one, and never by who proposed. */
@Entity(name = "InterventionAnswer")
@Immutable
public class Answer extends Word {

    @EmbeddedColumnNaming("answered_%s")
    private Deed answered;

    protected Answer() {}

    /** @param reasons needed when it declines */
    public Answer(ProposalState outcome, String reasons, Deed answered) {
        super(outcome, reasons);
        this.answered = Objects.requireNonNull(answered, "answered");
        if (!ProposalState.PROPOSED.allows(outcome)) {
            throw new IllegalArgumentException("an insurer forwards or declines");
        }
        if (outcome == ProposalState.DECLINED && (reasons == null || Texts.isBlank(reasons))) {
            throw new IllegalArgumentException("who declines says why");
        }
    }

    public Deed answered() {
        return answered;
    }
}
