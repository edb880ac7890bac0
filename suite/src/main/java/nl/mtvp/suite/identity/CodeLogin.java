package nl.mtvp.suite.identity;

import static java.util.Map.entry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.mtvp.suite.common.Io;

/**
 * A person's login as a browser does it: authorization code with PKCE, through Keycloak's own form. So the token is
 * one that only the people's client gives.
 */
final class CodeLogin {

    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final HttpClient http;
    private final URI issuer;
    private final String client;
    private final String redirect;
    /** Kept by hand: Keycloak marks its cookies Secure, also on loopback, where a browser sends them all the same. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    CodeLogin(HttpClient http, URI issuer, String client, String redirect) {
        this.http = http;
        this.issuer = issuer;
        this.client = client;
        this.redirect = redirect;
    }

    /** The form to send to the token endpoint: the code, and the verifier that proves it is ours. */
    Map<String, String> codeFor(String username, String password) throws IOException {
        var verifier = random();
        var form = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?"
                + encode(Map.ofEntries(
                        entry("client_id", client),
                        entry("response_type", "code"),
                        entry("scope", "openid"),
                        entry("redirect_uri", redirect),
                        entry("state", random()),
                        entry("code_challenge", challenge(verifier)),
                        entry("code_challenge_method", "S256"))))));
        var action = FORM_ACTION.matcher(form.body());
        if (form.statusCode() != 200 || !action.find()) {
            throw new IOException(
                    "Keycloak showed no login form to " + username + " but answered " + form.statusCode());
        }
        var answer = post(
                URI.create(action.group(1).replace("&amp;", "&")),
                Map.of("username", username, "password", password, "credentialId", ""));
        var location = answer.headers().firstValue("Location").orElse("");
        var code = CODE.matcher(location);
        if (!location.startsWith(redirect) || !code.find()) {
            throw new IOException("Keycloak did not let " + username + " in (status " + answer.statusCode()
                    + "): is the password right?");
        }
        return Map.ofEntries(
                entry("grant_type", "authorization_code"),
                entry("client_id", client),
                entry("code", code.group(1)),
                entry("redirect_uri", redirect),
                entry("code_verifier", verifier));
    }

    private HttpResponse<String> post(URI uri, Map<String, String> form) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = Io.answer(http, request.build(), BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return URL.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        return URL.encodeToString(Io.sha256().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Fields as an HTML form or a query carries them. */
    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
