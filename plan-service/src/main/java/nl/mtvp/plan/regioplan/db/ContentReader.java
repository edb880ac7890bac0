package nl.mtvp.plan.regioplan.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.mtvp.kernel.json.KeptJson;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.domain.RhoShare;
import nl.mtvp.plan.regioplan.domain.Selection;
import nl.mtvp.plan.regioplan.domain.Subjects;

/** Reads what a version says from the text that was hashed, beside the catalogue. */
@ApplicationScoped
class ContentReader {

    private final InterventionRepository interventions;
    private final KeptJson json;

    ContentReader(InterventionRepository interventions, KeptJson json) {
        this.interventions = interventions;
        this.json = json;
    }

    /** What was hashed; what is not told is left away there. */
    private record Written(
            String rho,
            List<String> regions,
            String title,
            List<Selection.Line> interventions,
            Subjects subjects,
            List<Challenge> challenges,
            List<Activity> activities,
            List<Agreement> agreements,
            RhoShare rhoShare) {

        Details details() {
            return new Details(subjects, orNone(challenges), orNone(activities), orNone(agreements), rhoShare);
        }
    }

    Content content(String canonical) {
        var told = json.read(canonical, Written.class);
        var catalogue = interventions.withCodes(
                told.interventions().stream().map(Selection.Line::code).toList());
        return new Content(
                told.rho(),
                told.regions(),
                told.title(),
                Selection.of(told.interventions(), catalogue),
                told.details());
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
