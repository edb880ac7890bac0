package nl.mtvp.kernel.rest.edge;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Bsn;
import nl.mtvp.kernel.rest.body.BodyLimits;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import nl.mtvp.kernel.rest.description.Description;
import nl.mtvp.kernel.rest.description.Methods;
import nl.mtvp.kernel.rest.problem.ProblemCompletion;
import nl.mtvp.kernel.rest.problem.RawProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer carries, whoever gives it: the version of the API, the security headers, and a problem document
 * where the server answers before any resource is reached. Held here, before routing, so that nothing escapes it.
 */
@ApplicationScoped
public class Edge {

    private static final String REQUEST_ID_FORM = "[A-Za-z0-9._:-]{1,64}";
    public static final int FIRST = 10_000;

    /** After what closes a whole port or path. */
    private static final int LAST = 5_000;

    private static final String DESCRIPTION = "/openapi.json";
    private static final List<String> DESCRIPTIONS = List.of("/openapi", DESCRIPTION, "/openapi.yaml", "/openapi.yml");
    private static final Set<String> READING = new TreeSet<>(Set.of("GET", "HEAD", "OPTIONS"));
    private static final String NO_TEMPLATE = "/refused";
    private static final String REQUESTS = "http.server.requests";
    private static final String BEARER = "Bearer";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    // Tighter than the server's own limits, which answer without a problem document.
    private static final int HEADER_BYTES_MAX = 16_384;
    private static final int URI_LENGTH_MAX = 4_096;
    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    /** Those under which requests were answered, of all templates of paths. */
    private final Set<String> templates = ConcurrentHashMap.newKeySet();

    private final String apiVersion;
    private final String apiPath;
    private final BodyLimits limits;
    private final Methods methods;

    Edge(
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String apiVersion,
            @ConfigProperty(name = "quarkus.rest.path") String apiPath,
            BodyLimits limits,
            Methods methods) {
        this.apiVersion = apiVersion;
        this.apiPath = apiPath;
        this.limits = limits;
        this.methods = methods;
    }

    void beforeEverything(@Observes Filters filters) {
        filters.register(UnreadAnswers::heed, FIRST + 1);
        filters.register(this::guard, FIRST);
        filters.register(this::options, LAST);
    }

    void whereNothingIs(@Observes Router router) {
        router.errorHandler(404, this::answerNothingHere);
        router.route().order(Integer.MIN_VALUE).failureHandler(this::unseen);
        router.errorHandler(413, context -> RawProblem.answer(context, 413, "too-large", limits.rule()));
    }

    private void answerNothingHere(RoutingContext context) {
        RawProblem.answer(
                context, 404, "not-found", "there is nothing here; see " + apiPath + "/openapi.json for what is");
    }

    /** Vert.x refuses a request without a host, and one for no path, before any filter sees it. */
    private void unseen(RoutingContext context) {
        if (context.response().headers().contains(Description.API_VERSION)) {
            context.next();
        } else if (context.statusCode() == 400) {
            dress(context);
            refuseWithoutHost(context);
        } else if (context.statusCode() == 404) {
            dress(context);
            RawProblem.answer(context, 404, "not-found", NormalPath.RULE);
        } else {
            context.next();
        }
    }

    private static void refuseWithoutHost(RoutingContext context) {
        RawProblem.answer(
                context,
                400,
                "no-host",
                context.request().getHeader(HttpHeaders.HOST) == null
                        ? "name the host that you ask in the header Host"
                        : "the header Host names a host, and perhaps a port, like plan.example:8443; and an address begins with /");
    }

    private void guard(RoutingContext context) {
        dress(context);
        var request = context.request();
        if (!NormalPath.isNormal(request.path())) {
            RawProblem.answer(context, 404, "not-found", NormalPath.RULE);
        } else if (request.authority() == null || request.authority().host().isEmpty()) {
            refuseWithoutHost(context);
        } else if (headerBytes(request) > HEADER_BYTES_MAX) {
            RawProblem.answer(
                    context, 431, "headers-too-large", "the headers may have " + HEADER_BYTES_MAX + " bytes together");
        } else if (request.uri().length() > URI_LENGTH_MAX) {
            RawProblem.answer(
                    context, 414, "address-too-long", "an address may have " + URI_LENGTH_MAX + " characters here");
        } else if (!isAddress(request.uri())) {
            RawProblem.answer(
                    context,
                    400,
                    "malformed-address",
                    "the address holds characters that have to be percent-encoded in it, or a percent sign without its two"
                            + " digits");
        } else if (request.path().startsWith(apiPath) && request.path().endsWith("/")) {
            RawProblem.answer(context, 404, "not-found", "a path has no trailing slash here; leave it away");
        } else if (declaredLength(context) > limits.bytesMax() && !limits.takesFiles(request.path())) {
            RawProblem.answer(context, 413, "too-large", limits.rule());
        } else if (!isNoTokenOrInItsForm(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            context.response().putHeader("WWW-Authenticate", BEARER);
            RawProblem.answer(context, 401, "unauthorized", ProblemCompletion.TOKEN_WANTED);
        } else {
            var fault = HeaderForms.fault(request.headers(), isRead(request));
            if (fault.isPresent()) {
                RawProblem.answer(
                        context,
                        fault.get().status(),
                        fault.get().code(),
                        fault.get().detail());
            } else {
                HeaderForms.tidy(request.headers());
                negotiate(context);
            }
        }
    }

    /** The framework takes what is not taken for what is liked least. */
    private void negotiate(RoutingContext context) {
        var request = context.request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (!HeaderForms.refusesSome(accept)) {
            context.next();
            return;
        }
        var given = methods.given(
                request.path(),
                request.method().equals(HttpMethod.HEAD)
                        ? HttpMethod.GET.name()
                        : request.method().name());
        var taken = HeaderForms.taken(accept, given);
        if (!given.isEmpty() && taken.isEmpty()) {
            RawProblem.answer(
                    context,
                    406,
                    "not-acceptable",
                    "the header Accept takes nothing in which this operation answers: " + String.join(", ", given));
        } else {
            request.headers().set(HttpHeaders.ACCEPT, given.isEmpty() ? accept : String.join(", ", taken));
            context.next();
        }
    }

    /** What an address takes is told to everybody, like the description that it is told from. */
    private void options(RoutingContext context) {
        var request = context.request();
        boolean described = isDescription(request.path());
        if (!Methods.ALL.contains(request.method().name()) || described && !isRead(request) && !asksOptions(request)) {
            RawProblem.notAllowed(context, described ? READING : methods.of(request.path()));
        } else if (asksOptions(request)
                && (described || methods.of(request.path()).size() > 1)) {
            context.response()
                    .putHeader(HttpHeaders.ALLOW, String.join(", ", described ? READING : methods.of(request.path())))
                    .end();
        } else if (asksOptions(request)) {
            answerNothingHere(context);
        } else {
            context.next();
        }
    }

    private static boolean asksOptions(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS);
    }

    private static boolean isRead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private boolean isDescription(String path) {
        return DESCRIPTIONS.stream().anyMatch(form -> path.equals(apiPath + form));
    }

    /** Counts a request under its resource's template, or where it reached none, under one name. */
    private void name(RoutingContext context) {
        var counted = HttpRequestMetric.getRequestMetric(context);
        counted.setTemplatePath(isDescription(context.request().path()) ? DESCRIPTION : NO_TEMPLATE);
        templates.add(counted.getNormalizedUriPath(Map.of(), List.of()));
    }

    /** A method that somebody made up is no name in the metrics. */
    @Produces
    @Singleton
    MeterFilter methodsThatAreNone() {
        return MeterFilter.replaceTagValues("method", method -> Methods.ALL.contains(method) ? method : "OTHER");
    }

    /** Nor is a path, of a request that broke off or that the server refused before anybody saw it. */
    @Produces
    @Singleton
    MeterFilter pathsThatAreNone() {
        var refused = MeterFilter.replaceTagValues("uri", path -> templates.contains(path) ? path : NO_TEMPLATE);
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals(REQUESTS) ? refused.map(id) : id;
            }
        };
    }

    /** The framework's own check answers without a problem document, and is off ({@link nl.mtvp.kernel.Serving}). */
    private static boolean isAddress(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** What every answer carries. */
    private void dress(RoutingContext context) {
        context.addHeadersEndHandler(answering -> name(context));
        var request = context.request();
        var headers = context.response().headers();
        headers.set(Description.API_VERSION, apiVersion);
        var requestId = request.getHeader(CurrentCommand.REQUEST_ID);
        headers.set(
                CurrentCommand.REQUEST_ID,
                requestId != null && requestId.matches(REQUEST_ID_FORM) && !Bsn.mayStandIn(requestId)
                        ? requestId
                        : UUID.randomUUID().toString());
        SECURITY_HEADERS.forEach(headers::set);
        if (request.path().startsWith(apiPath + "/openapi")) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
    }

    private static boolean isNoTokenOrInItsForm(String authorization) {
        return authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || TOKEN.matcher(authorization.substring(BEARER.length()).strip())
                        .matches();
    }

    private static int headerBytes(HttpServerRequest request) {
        int bytes = 0;
        for (var header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
