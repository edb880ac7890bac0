package nl.mtvp.contract.portal;

import static nl.mtvp.contract.Guards.refusedCopy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import nl.mtvp.contract.Guards.Row;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.Sql;
import nl.mtvp.kernel.testing.TokenResource;
import org.junit.jupiter.api.Test;

/** What the database holds of the portal's outbox and inbox, whatever the service does (D36). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class PortalGuardsTest {

    @Test
    void D36_the_database_keeps_each_message_once_in_its_form_and_with_the_digest_of_its_content() throws SQLException {
        var out = message("OUTGOING', '%s', 'WITHDRAWAL_REQUEST", "null", "DELIVERED");
        refusedCopy("a_message_id_is_used_once", out, "id=new");
        refusedCopy("each_direction_has_its_kinds", out, "id=new, message_id=new, kind=ACCEPTED");
        refusedCopy("each_direction_has_its_states", out, "id=new, message_id=new, state=APPLIED");
        refusedCopy(
                "a_pending_message_has_a_next_attempt",
                out,
                "id=new, message_id=new, state=PENDING, settled_at=null",
                "id=new, message_id=new, next_attempt_at=2023-05-20T10:00:00Z");
        refusedCopy("a_settled_message_was_settled_at_a_moment", out, "id=new, message_id=new, settled_at=null");
        refusedCopy("a_dead_letter_says_why", out, "id=new, message_id=new, state=DEAD_LETTER");
        refusedCopy("the_offer_goes_with_its_digest", out, "id=new, message_id=new, kind=OFFER");
        refusedCopy("only_the_portal_sends_in", out, "id=new, message_id=new, sent_by=portal");
        refusedCopy("the_digest_is_that_of_the_content", out, "id=new, message_id=new, content=other");
        var in = message("INCOMING', '%s', 'ACCEPTED", "'portal'", "APPLIED");
        refusedCopy("a_message_id_is_used_once", in, "id=new");
        refusedCopy("only_the_portal_sends_in", in, "id=new, message_id=new, sent_by=null");
        refusedCopy("each_direction_has_its_states", in, "id=new, message_id=new, state=CANCELLED");
    }

    @Test
    void D36_the_database_changes_nothing_that_a_message_says() throws SQLException {
        var message = message("INCOMING', '%s', 'ACCEPTED", "'portal'", "APPLIED");
        for (var change : new String[] {
            "content = 'x', digest = sha256(convert_to('x', 'UTF8'))",
            "message_id = id",
            "kind = 'REFUSED'",
            "offer_id = id"
        }) {
            Sql.refused(
                    Sql.ONLY_GROWS, Sql.OWNER, "update portal_message set " + change + " where " + message.condition());
        }
    }

    private static Row message(String of, String sentBy, String state) throws SQLException {
        var id = UUID.randomUUID().toString();
        Sql.execute(
                Sql.OWNER,
                """
                insert into portal_message (id, direction, message_id, kind, offer_id, offer_version, sent_by, content,
                    digest, recorded_at, state, settled_at)
                values ('%s', '%s', gen_random_uuid(), 1, %s, '{}', sha256(convert_to('{}', 'UTF8')), now(), '%s', now())
                """
                        .formatted(id, of.formatted(UUID.randomUUID()), sentBy, state));
        return Row.of("portal_message", id);
    }
}
