package nl.mtvp.suite.story;

import static nl.mtvp.suite.common.Service.CONTRACT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.suite.certificate.Authority;
import nl.mtvp.suite.certificate.Identity;
import nl.mtvp.suite.certificate.Subject;
import nl.mtvp.suite.certificate.Tls;
import nl.mtvp.suite.certificate.Validity;
import nl.mtvp.suite.common.Json;
import nl.mtvp.suite.stack.PortalCertificates;
import nl.mtvp.suite.stack.Stack;

/** Who comes to contract-service's listener for the portal and is not the portal. */
enum Stranger {
    NO_CERTIFICATE("no-certificate") {
        @Override
        Optional<Identity> identity(PortalCertificates certificates) {
            return Optional.empty();
        }
    },
    ANOTHER_ORGANISATION("unknown-organisation") {
        @Override
        Optional<Identity> identity(PortalCertificates certificates) {
            return Optional.of(certificates.issue(SOMEBODY, Validity.ofDays(1)));
        }
    },
    THE_PORTAL_OF_YESTERDAY("expired-certificate") {
        @Override
        Optional<Identity> identity(PortalCertificates certificates) {
            return Optional.of(certificates.issue(PortalCertificates.PORTAL, Validity.past()));
        }
    },
    /** Of an authority that calls itself like the trusted one. */
    SELF_MADE("untrusted-certificate") {
        @Override
        Optional<Identity> identity(PortalCertificates certificates) {
            return Optional.of(Authority.named(PortalCertificates.AUTHORITY, Validity.ofDays(1))
                    .issue(PortalCertificates.PORTAL, Validity.ofDays(1)));
        }
    };

    private static final Subject SOMEBODY = new Subject("somebody", "Iemand anders", "00000001900000000099");

    private final String reason;

    Stranger(String reason) {
        this.reason = reason;
    }

    abstract Optional<Identity> identity(PortalCertificates certificates);

    /** How the service names the refusal. */
    String reason() {
        return reason;
    }

    /** Sends a message, with a token that is good, that holds the planted text. */
    boolean isLetIn(Stack stack, String planted) throws InterruptedException {
        var authority = Tls.certificate(stack.certificates().authority());
        var http = HttpClient.newBuilder()
                .sslContext(Tls.context(identity(stack.certificates()), authority))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var message = Map.of(
                "messageId",
                UUID.randomUUID().toString(),
                "kind",
                "REFUSED",
                "offerId",
                UUID.randomUUID().toString(),
                "reason",
                planted);
        var request = HttpRequest.newBuilder(stack.record().portal().listener())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + stack.tokens().of("zorginkoopportaal"))
                .POST(BodyPublishers.ofString(json(message)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode() != 403;
        } catch (IOException refusedInTheHandshake) {
            return false;
        }
    }

    private static String json(Map<String, String> message) {
        return Json.MAPPER.valueToTree(message).toString();
    }

    /** How many were refused so far for a reason, by the service's own metrics. */
    static long refused(Stack stack, String reason) throws IOException, InterruptedException {
        URI metrics = stack.management(CONTRACT).resolve("/q/metrics");
        var exposition = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        return exposition
                .lines()
                .filter(line -> line.startsWith("mtvp_portal_refused_total") && line.contains('"' + reason + '"'))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
