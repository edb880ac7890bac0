package nl.mtvp.contract.offer.rest;

import static nl.mtvp.contract.World.buyer;
import static nl.mtvp.contract.World.getAs;
import static nl.mtvp.contract.World.kvkOf;
import static nl.mtvp.contract.World.signatory;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.mtvp.contract.World;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TestClock;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class AcceptanceEvidenceTest {

    @Inject
    Sql sql;

    @Inject
    World world;

    @Inject
    ObjectMapper json;

    @Inject
    Transactions transactions;

    @BeforeEach
    void the_day_of_the_offer() {
        TestClock.at("2023-05-20");
    }

    @Test
    void another_insurers_and_another_practices_contract_is_not_found() {
        var practice = world.admitted("3332", "2023-Q2");
        var id = world.contracted("3332", practice.agb(), "2023-04-01");
        for (var stranger : List.of(
                buyer("3311"),
                signatory(world.newAgb()),
                Tokens.insurer("auditor", List.of("3311"), Roles.AUDITOR),
                Tokens.of("nobody", Roles.INSURER))) {
            getAs(stranger, "/v1/contracts/" + id)
                    .statusCode(404)
                    .body("type", is("urn:mtvp:problem:contract-not-found"));
            getAs(stranger, "/v1/contracts/" + id + "/certificate").statusCode(404);
            getAs(stranger, "/v1/contracts?agb=" + practice.agb())
                    .statusCode(200)
                    .body("id", is(List.of()));
        }
        getAs(Tokens.rho("r", "VB", Roles.RHO), "/v1/contracts/" + id).statusCode(403);
    }

    @Test
    void D27_the_certificate_holds_what_was_signed_and_its_digest_can_be_recomputed() throws Exception {
        var practice = world.admitted("3332", "2023-Q2");
        var id = world.contracted("3332", practice.agb(), "2023-04-01");

        var answer = getAs(signatory(practice.agb()), "/v1/contracts/" + id + "/certificate")
                .statusCode(200)
                .body("document.contractId", is(id))
                .body("document.offer.version", is(1))
                .body("document.offer.tariffSeries", is("MTVP-2023"))
                .body("document.offer.uzovi", is("3332"))
                .body("document.regioplan.versionId", is(practice.versionId().toString()))
                .body("document.regioplan.contentHash", is("ab".repeat(32)))
                .body("document.affirmations.learningEnvironment", is(true))
                .body("document.affirmations.regionalApproach", is(true))
                .body("document.affirmations.growthModel", is(true))
                .body("document.signedBy.subject", is("signatory-" + practice.agb()))
                .body("document.onBehalfOf.agb", is(practice.agb()))
                .body("document.onBehalfOf.kvk", is(kvkOf(practice.agb())))
                .body("document.signedAt", is("2023-05-20T10:00:00Z"))
                .body("document.nextState", is("ACCEPTED"))
                .extract();
        var tree = json.readTree(answer.asByteArray());
        var digest = Digests.hex(Digests.sha256(CanonicalJson.bytes(tree.get("document"))));
        assertEquals(digest, tree.get("digest").textValue());
        assertEquals(
                digest, world.told("nl.mtvp.contract-accepted.v1", id).get(0).get("certificateDigest"));
    }

    @Test
    void D27_the_database_refuses_to_change_a_certificate_or_what_was_signed() {
        var practice = world.admitted("3332", "2023-Q2");
        var id = world.contracted("3332", practice.agb(), "2023-04-01");
        for (var change : List.of(
                "update certificate set document = 'x' where contract_id = cast(:id as uuid)",
                "delete from certificate where contract_id = cast(:id as uuid)",
                "update contract set starts_on = '2023-07-01' where id = cast(:id as uuid)",
                "delete from contract where id = cast(:id as uuid)",
                "update offer set tariff_series = 'x' where agb = :agb")) {
            assertThrows(
                    RuntimeException.class,
                    () -> transactions.perform(() -> sql.update(change)
                            .bind("id", id)
                            .bind("agb", practice.agb())
                            .execute()),
                    change);
        }
    }

    @Test
    void D24_an_admission_withdrawn_before_the_signature_refuses_it_and_after_it_changes_nothing() {
        var before = world.admitted("3332", "2023-Q2");
        var offer = world.offered("3332", before.agb(), "2023-04-01");
        var after = world.admitted("3332", "2023-Q2");
        var id = world.contracted("3332", after.agb(), "2023-04-01");
        for (var practice : List.of(before, after)) {
            world.learn(
                    "nl.mtvp.admission-withdrawn.v1",
                    Map.of(
                            "agb", practice.agb(),
                            "region", practice.region(),
                            "roundId", practice.roundId(),
                            "reason", "mistake"));
        }
        world.accept(before.agb(), offer).statusCode(409).body("errors.code", contains("not-admitted"));
        getAs(buyer("3332"), "/v1/contracts/" + id).body("state", is("ACTIVE"));
    }

    @Test
    void D24_a_contract_keeps_the_regioplan_version_that_was_offered() {
        var practice = world.admitted("3332", "2023-Q2");
        var offer = world.offered("3332", practice.agb(), "2023-04-01");
        var successor = world.approvedRegioplan(practice.region());
        world.learn(
                "nl.mtvp.regioplan-superseded.v1",
                Map.of("versionId", practice.versionId(), "supersededByVersionId", successor));
        world.accept(practice.agb(), offer)
                .statusCode(201)
                .body("regioplanVersionId", is(practice.versionId().toString()));
    }
}
