package nl.mtvp.contract.portal.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.contract.portal.domain.PortalMessage;
import nl.mtvp.contract.portal.domain.PortalMessage.Problem;
import nl.mtvp.kernel.db.Sql;

/** Which messages are to be delivered now, and by which replica; and how long the portal has been silent. */
@ApplicationScoped
public class DeliveryRepository {

    private final Sql sql;

    DeliveryRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Claims some messages that are due, for as long as a delivery can take: each offer's in their order, and nothing
     * about an offer that could not be delivered at all.
     */
    public List<PortalMessage> claim(Instant now, Instant until, int limit) {
        return sql.query(
                        """
                        with due as (
                            select id from portal_message m
                            where state = 'PENDING' and next_attempt_at <= :now
                              and (claimed_until is null or claimed_until <= :now)
                              and not exists (
                                  select from portal_message earlier
                                  where earlier.offer_id = m.offer_id and earlier.sequence < m.sequence
                                    and earlier.direction = 'OUTGOING' and (earlier.state = 'PENDING'
                                        or earlier.state = 'DEAD_LETTER' and earlier.kind = 'OFFER'))
                            order by next_attempt_at, sequence limit :limit for update skip locked)
                        update portal_message set attempts = attempts + 1, claimed_until = :until
                        from due where portal_message.id = due.id
                        returning portal_message.*
                        """)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .map(PortalMessageRepository::message)
                .list();
    }

    /** Messages that need not go any more: their offers were closed before the portal had them. */
    public void cancel(Collection<UUID> ids, Instant now) {
        sql.update(
                        """
                        update portal_message set state = 'CANCELLED', next_attempt_at = null, claimed_until = null,
                            attempts = attempts - 1, settled_at = :now
                        where id = any(:ids) and state = 'PENDING'
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .execute();
    }

    /** Messages that the portal gave its receipt for, also when they were taken back meanwhile. */
    public void delivered(Collection<UUID> ids, Instant now) {
        sql.update(
                        """
                        update portal_message set state = 'DELIVERED', next_attempt_at = null, claimed_until = null,
                            settled_at = :now, problem_code = null, problem = null
                        where id = any(:ids) and state <> 'DELIVERED'
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("now", now)
                .execute();
    }

    public void tryAgain(UUID id, Instant nextAttemptAt, Problem problem) {
        sql.update(
                        """
                        update portal_message set next_attempt_at = :next, claimed_until = null,
                            problem_code = :code, problem = :detail
                        where id = :id and state = 'PENDING'
                        """)
                .bind("id", id)
                .bind("next", nextAttemptAt)
                .bindMethods(problem)
                .execute();
    }

    public void giveUp(UUID id, Instant now, Problem problem) {
        sql.update(
                        """
                        update portal_message set state = 'DEAD_LETTER', next_attempt_at = null, claimed_until = null,
                            settled_at = :now, problem_code = :code, problem = :detail
                        where id = :id and state = 'PENDING'
                        """)
                .bind("id", id)
                .bind("now", now)
                .bindMethods(problem)
                .execute();
    }

    /**
     * The offers that wait for the portal's word, with the last contact about each: a receipt, a message from there, or
     * else the request itself. Only where that is before a moment.
     */
    public Map<UUID, Instant> silentSince(Instant before, int limit) {
        var silent = new HashMap<UUID, Instant>();
        sql.query(
                        """
                        select offer_id, greatest(
                            max(settled_at) filter (where direction = 'INCOMING' or m.state = 'DELIVERED'),
                            max(recorded_at)) as last_contact_at
                        from portal_message m join offer on offer.id = m.offer_id
                        where offer.state in ('EXPIRING', 'WITHDRAWING')
                        group by offer_id
                        having greatest(
                            max(settled_at) filter (where direction = 'INCOMING' or m.state = 'DELIVERED'),
                            max(recorded_at)) < :before
                        order by offer_id limit :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> Map.entry(
                        row.getObject("offer_id", UUID.class),
                        row.getObject("last_contact_at", OffsetDateTime.class).toInstant()))
                .forEach(entry -> silent.put(entry.getKey(), entry.getValue()));
        return silent;
    }
}
