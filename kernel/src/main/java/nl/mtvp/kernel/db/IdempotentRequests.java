package nl.mtvp.kernel.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.mtvp.kernel.json.Digests;
import nl.mtvp.kernel.json.KeptJson;

/** The first answers to requests that create. The primary key decides which of two equal requests is the first. */
@ApplicationScoped
public class IdempotentRequests {

    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private final Sql sql;
    private final KeptJson json;

    IdempotentRequests(Sql sql, KeptJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param client whose key it is; @param operation what was asked of which resource */
    public record Request(String client, String operation, String key, byte[] bodyDigest) {

        /** A path may be as long as an address; the index that finds the request takes less. */
        private static final int OPERATION_MAX = 500;

        public Request {
            if (operation.length() > OPERATION_MAX) {
                operation = "sha-256 " + HexFormat.of().formatHex(Digests.sha256(operation.getBytes(UTF_8)));
            }
        }
    }

    /** An answer that was given before. */
    public record Kept(boolean sameBody, int status, Map<String, String> headers, String body) {}

    /** Empty when this request is the first of its key; waits while an equal one is under way. */
    public Optional<Kept> claim(Request request, Instant now) {
        sql.update(
                        """
                        delete from idempotent_request where ctid in (
                            select ctid from idempotent_request where recorded_at < :before
                            limit 100 for update skip locked)
                        """)
                .bind("before", now.minus(KEPT_FOR))
                .execute();
        int claimed = sql.update(
                        """
                        insert into idempotent_request (client, operation, key, body_digest, recorded_at)
                        values (:client, :operation, :key, :bodyDigest, :now)
                        on conflict do nothing
                        """)
                .bindMethods(request)
                .bind("now", now)
                .execute();
        if (claimed == 1) {
            return Optional.empty();
        }
        return sql.query(
                        """
                        select body_digest, status, headers::text as headers, body::text as body
                        from idempotent_request
                        where client = :client and operation = :operation and key = :key
                        """)
                .bindMethods(request)
                .map((row, context) -> new Kept(
                        Arrays.equals(row.getBytes("body_digest"), request.bodyDigest()),
                        row.getInt("status"),
                        headers(row.getString("headers")),
                        row.getString("body")))
                .findOne();
    }

    public void keep(Request request, int status, Map<String, String> headers, String body) {
        sql.update(
                        """
                        update idempotent_request
                        set status = :status, headers = cast(:headers as jsonb), body = cast(:body as jsonb)
                        where client = :client and operation = :operation and key = :key
                        """)
                .bindMethods(request)
                .bind("status", status)
                .bind("headers", json.written(headers))
                .bind("body", body)
                .execute();
    }

    private Map<String, String> headers(String text) {
        return json.tree(text).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asText()));
    }
}
