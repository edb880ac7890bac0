package nl.mtvp.contract.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.eligibility.db.EligibilityRepository;
import nl.mtvp.contract.eligibility.domain.Author;
import nl.mtvp.contract.eligibility.domain.Change;
import nl.mtvp.contract.eligibility.domain.Import;
import nl.mtvp.contract.eligibility.domain.Imported;
import nl.mtvp.contract.eligibility.domain.Picture;
import nl.mtvp.contract.eligibility.domain.Stated;
import nl.mtvp.contract.eligibility.domain.StatedMeanwhile;
import nl.mtvp.contract.eligibility.domain.Statement;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.contract.party.domain.PartyRefused;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.identity.Agb;

/** Takes what practices state of their eligibility, and shows it (D23). */
@ApplicationScoped
public class EligibilityUseCases {

    private final EligibilityRepository statements;
    private final PracticeRepository practices;
    private final Clock clock;

    EligibilityUseCases(EligibilityRepository statements, PracticeRepository practices, Clock clock) {
        this.statements = statements;
        this.practices = practices;
        this.clock = clock;
    }

    /**
     * What a practice stated last. Choice: every insurer sees it, since it needs it before it offers; a practice sees
     * its own.
     *
     * @throws NotFound if the practice is not registered, or not there for who asks
     */
    @Transactional
    public Picture of(Agb agb, Visibility visibility) {
        boolean visible = visibility.everything()
                || !visibility.insurers().isEmpty()
                || visibility.practices().contains(agb);
        if (!visible) {
            throw PartyRefused.notFound("practice " + agb);
        }
        return registered(agb);
    }

    /**
     * Replaces what a practice stated.
     *
     * @param seen refuses a version that is not the one which the caller has seen
     * @throws NotFound if the practice is not registered
     * @throws StatedMeanwhile if somebody was faster
     */
    @Transactional
    public Picture state(Agb agb, Statement statement, IntConsumer seen, Actor actor) {
        var before = registered(agb);
        seen.accept(before.version());
        var signature = Signatures.of(actor, clock.instant());
        var after = before.replacedBy(statement, new Stated(Author.PRACTICE, signature));
        statements.add(List.of(after));
        return after;
    }

    /**
     * Takes what practices declared elsewhere, as an insurer brings it.
     *
     * @return what became of each change
     * @throws StatedMeanwhile if one of the practices stated something at the same moment
     */
    @Transactional
    public List<Imported> take(List<? extends Change> changes, Actor actor) {
        var agbs = changes.stream().map(Change::agb).collect(Collectors.toSet());
        var before = statements.last(practices.registered(agbs));
        var signature = Signatures.of(actor, clock.instant());
        var taken = Import.of(changes, before, new Stated(Author.INSURER, signature));
        statements.add(taken.versions());
        return taken.results();
    }

    private Picture registered(Agb agb) {
        if (practices.registered(Set.of(agb)).isEmpty()) {
            throw PartyRefused.notFound("practice " + agb);
        }
        return statements.last(Set.of(agb)).get(agb);
    }
}
