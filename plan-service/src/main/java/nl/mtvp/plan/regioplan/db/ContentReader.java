package nl.mtvp.plan.regioplan.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.mtvp.plan.catalogue.db.InterventionRepository;
import nl.mtvp.plan.regioplan.domain.Activity;
import nl.mtvp.plan.regioplan.domain.Agreement;
import nl.mtvp.plan.regioplan.domain.Challenge;
import nl.mtvp.plan.regioplan.domain.Content;
import nl.mtvp.plan.regioplan.domain.Details;
import nl.mtvp.plan.regioplan.domain.RhoShare;
import nl.mtvp.plan.regioplan.domain.Selections;
import nl.mtvp.plan.regioplan.domain.Subjects;

/** Reads what a version says from the text that was hashed, beside the catalogue. */
@ApplicationScoped
class ContentReader {

    private final InterventionRepository interventions;
    private final ObjectMapper json;

    ContentReader(InterventionRepository interventions, ObjectMapper json) {
        this.interventions = interventions;
        this.json = json;
    }

    Content content(String canonical) {
        try {
            var tree = json.readTree(canonical);
            var lines = list(tree, "interventions", Selections.Line.class);
            var catalogue = interventions.withCodes(
                    lines.stream().map(Selections.Line::code).toList());
            return new Content(
                    tree.get("rho").textValue(),
                    list(tree, "regions", String.class),
                    tree.get("title").textValue(),
                    Selections.of(lines, catalogue),
                    details(tree));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database keeps what was hashed, which is JSON", impossible);
        }
    }

    private Details details(JsonNode tree) {
        return new Details(
                subjects(tree.get("subjects")),
                list(tree, "challenges", Challenge.class),
                list(tree, "activities", Activity.class),
                list(tree, "agreements", Agreement.class),
                json.convertValue(tree.get("rhoShare"), RhoShare.class));
    }

    private <T> List<T> list(JsonNode tree, String name, Class<T> type) {
        var list = new ArrayList<T>();
        tree.path(name).forEach(line -> list.add(json.convertValue(line, type)));
        return list;
    }

    private static Subjects subjects(JsonNode told) {
        return new Subjects(
                told.path("missionAndVision").textValue(),
                told.path("ictVision").textValue(),
                told.path("governance").textValue(),
                told.path("support").textValue(),
                told.path("challenges").textValue(),
                told.path("activities").textValue(),
                told.path("agreements").textValue());
    }
}
