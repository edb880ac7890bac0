package nl.mtvp.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TokenResource;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.audit.domain.AuditChain;
import nl.mtvp.payment.audit.domain.AuditRecord;
import nl.mtvp.payment.entitlement.domain.Cause;
import nl.mtvp.payment.entitlement.domain.Component;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Entitlement;
import nl.mtvp.payment.entitlement.domain.Facts;
import nl.mtvp.payment.entitlement.domain.Facts.Count;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.InForce;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import nl.mtvp.payment.entitlement.domain.Part;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.run.domain.ProposalDigest;
import nl.mtvp.payment.run.domain.ProposedLine;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The test vectors of docs/canonical-forms.md are what the code and the database compute (D46, D48). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class CanonicalFormsTest {

    private static final UUID CONTRACT = UUID.fromString("0188af0c-5100-7000-9a53-74edd6a6c00c");
    private static final Source SOMEWHERE = new Source(CONTRACT, Instant.EPOCH, null);

    @Inject
    Jdbi jdbi;

    @Test
    void D46_the_proposal_hash_is_that_of_the_document() throws IOException {
        var digest = new ProposalDigest(new Uzovi("3332"), Quarters.of("2023-Q4"));
        digest.add(line("2023-Q2", 4_198, new Part(Cause.ION_CORRECTION, Component.PRACTICE, -34_56)));
        digest.add(line("2023-Q4", 4_260, new Part(Cause.REGULAR, Component.PRACTICE, 12_268_80)));
        var hash = digest.hex();
        assertEquals(hash, sha256(examples().get(1)));
        assertTrue(document().contains("`" + hash + "`"));
    }

    @Test
    void D48_the_posting_digest_and_head_are_those_of_the_document() throws IOException {
        var lines = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select canonical_line(e) from (values
                            (1, '2023-04-01', 'ION_CORRECTION', 'creditor:3332:agb:01999901', 'scheme:3332', 3456, 'd'),
                            (2, '2023-10-01', 'REGULAR', 'scheme:3332', 'creditor:3332:agb:01999901', 1226880, 'e'))
                            as v (number, quarter, cause, debit, credit, cents, line)
                        cross join lateral jsonb_populate_record(null::ledger_entry, jsonb_build_object(
                            'number', v.number, 'quarter', v.quarter, 'cause', v.cause, 'component', 'PRACTICE',
                            'debit', v.debit, 'credit', v.credit, 'cents', v.cents, 'uzovi', '3332', 'agb', '01999901',
                            'contract_id', '0188af0c-5100-7000-9a53-74edd6a6c00c',
                            'line_id', '0188af0c-5100-7000-9a53-74edd6a6c00' || v.line)) e
                        order by v.number
                        """)
                .mapTo(String.class)
                .list());
        var text = String.join("", lines);
        assertEquals(examples().get(3), text);
        assertTrue(document().contains("digest `" + sha256(text) + "`"));
        assertTrue(document().contains("head `" + Chain.head(Chain.GENESIS, sha256(text)) + "`"));
    }

    @Test
    void D48_a_settlements_digest_and_head_are_those_of_the_document() throws IOException {
        var lines = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select canonical_line(e) from (values
                            (1, 'creditor:3332:agb:01999901', 1223424, '01999901'),
                            (2, 'creditor:3332:rho:voorbeeld', 151560, null)) as v (number, creditor, cents, agb)
                        cross join lateral jsonb_populate_record(null::ledger_entry, jsonb_build_object(
                            'number', v.number, 'quarter', '2024-01-01', 'cause', 'PAYOUT', 'debit', v.creditor,
                            'credit', 'bank:3332', 'cents', v.cents, 'uzovi', '3332', 'agb', v.agb)) e
                        order by v.number
                        """)
                .mapTo(String.class)
                .list());
        var text = String.join("", lines);
        assertEquals(examples().get(4), text);
        assertTrue(document().contains("digest `" + sha256(text) + "`"));
        var before = Chain.head(Chain.GENESIS, sha256(examples().get(3)));
        assertTrue(document().contains("head `" + Chain.head(before, sha256(text)) + "`"));
    }

    @Test
    void the_digest_of_a_record_of_who_did_what_is_that_of_the_document() throws IOException {
        var section = document().substring(document().indexOf("## Record of who did what"));
        var example = section.substring(section.indexOf("```json\n") + 8, section.lastIndexOf("```"));
        var row = Map.of("euro", "2.88", "approved_by", "approver-3332");
        var was = new HashMap<String, Object>(row);
        was.put("approved_by", null);
        var audit = new AuditRecord(
                CONTRACT,
                Instant.parse("2023-06-12T09:30:00Z"),
                "approver-3332",
                "mtvp-portal",
                List.of("insurer-approver"),
                "5f0c0d6e",
                "approveTariff",
                new Uzovi("3332"),
                "/v1/tariffs/0188af0c-5100-7000-9a53-74edd6a6c00d",
                Map.of("tariff_proposal/0188af0c-5100-7000-9a53-74edd6a6c00d", was),
                Map.of("tariff_proposal/0188af0c-5100-7000-9a53-74edd6a6c00d", row));
        var canonical = CanonicalJson.bytes(CanonicalJson.read(example.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Digests.hex(Digests.sha256(canonical)), AuditChain.digest(audit));
        assertTrue(section.contains("digest `" + AuditChain.digest(audit) + "`"), AuditChain.digest(audit));
    }

    private static ProposedLine line(String quarter, long ion, Part part) {
        var facts = new Facts(
                Quarters.of(quarter),
                new Holder(new Agb("01999901"), SOMEWHERE),
                new Count(ion, SOMEWHERE),
                new Tariff(288, SOMEWHERE),
                new InForce(LocalDate.of(2023, 4, 1), null, List.of(SOMEWHERE)),
                List.of(),
                null,
                null);
        var contract = new ContractQuarter(CONTRACT, new Uzovi("3332"), facts);
        return new ProposedLine(contract, Entitlement.of(facts), List.of(part), null, null);
    }

    private static String sha256(String text) {
        return Digests.hex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> examples() throws IOException {
        return Pattern.compile("```\n([\\s\\S]*?)```")
                .matcher(document())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "canonical-forms.md"));
    }
}
