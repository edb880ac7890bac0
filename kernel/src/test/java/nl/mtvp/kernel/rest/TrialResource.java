package nl.mtvp.kernel.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Roles;
import nl.mtvp.kernel.access.Visibility.Owner;
import nl.mtvp.kernel.db.Filters;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Order;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.kernel.db.Transactions;
import nl.mtvp.kernel.db.Violations;
import nl.mtvp.kernel.failure.DomainFailure;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.answer.ETags;
import nl.mtvp.kernel.rest.answer.Streams;
import nl.mtvp.kernel.rest.body.Csv;
import nl.mtvp.kernel.rest.command.Desk;
import nl.mtvp.kernel.rest.command.Idempotency;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.limit.ClientLimits;
import nl.mtvp.kernel.rest.limit.Takes;
import nl.mtvp.kernel.rest.parameter.PageParameters;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.threeten.extra.YearQuarter;

/** A resource as the services have them, for the kernel's own tests. */
@Path("/trials")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.INSURER)
public class TrialResource {

    public static final AtomicInteger EFFECTS = new AtomicInteger();
    public static final AtomicInteger WRITING = new AtomicInteger();
    public static final AtomicInteger WORKING = new AtomicInteger();
    public static volatile CountDownLatch HELD = new CountDownLatch(0);

    private static final Order<Trial> BY_ID = Order.by("id", UUID::fromString, Trial::id);

    @jakarta.inject.Inject
    Sql sql;

    @jakarta.inject.Inject
    Transactions transactions;

    @jakarta.inject.Inject
    Idempotency idempotency;

    @jakarta.inject.Inject
    Desk desk;

    @jakarta.inject.Inject
    Caller caller;

    @jakarta.inject.Inject
    Clock clock;

    public record Part(@NotBlank @OneLine String name, @NotNull LocalDate startsOn) {}

    public record TrialRequest(
            @NotNull Uzovi uzovi,
            @NotNull Agb agb,
            @NotNull Euro amount,
            @NotNull YearQuarter quarter,
            List<@NotNull @Valid Part> parts) {}

    public record Trial(UUID id, Uzovi uzovi, Agb agb, Euro amount, YearQuarter quarter) {}

    /** Parameters that are gathered, as those of the payment history are. */
    public static class Asked {

        @QueryParam("agb")
        Agb agb;

        @QueryParam("name")
        @Size(min = 3)
        String name;

        @QueryParam("quarter")
        YearQuarter quarter;

        @QueryParam("quarterFrom")
        YearQuarter quarterFrom;

        @QueryParam("quarterUntil")
        YearQuarter quarterUntil;

        @QueryParam("amountMin")
        Euro amountMin;

        @QueryParam("amountMax")
        Euro amountMax;

        @QueryParam("from")
        LocalDate from;

        @QueryParam("until")
        LocalDate until;
    }

    static class PairTaken extends DomainFailure {
        PairTaken() {
            super(Kind.CONFLICT, "pair-taken", "this pair has a trial already");
        }
    }

    static class TrialNotFound extends DomainFailure {
        TrialNotFound() {
            super(Kind.NOT_FOUND, "trial-not-found", "no trial of yours has this id");
        }
    }

    @POST
    @APIResponseSchema(Trial.class)
    @APIResponse(
            responseCode = "201",
            description = "It is there",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)))
    public RestResponse<Trial> create(@NotNull @Valid TrialRequest request) {
        caller.actFor(request.uzovi());
        return idempotency.once(Trial.class, () -> {
            EFFECTS.incrementAndGet();
            var trial = new Trial(
                    Ids.at(clock.instant()), request.uzovi(), request.agb(), request.amount(), request.quarter());
            transactions.perform(
                    () -> Violations.translated(Map.of("one_trial_per_pair", PairTaken::new), () -> sql.update(
                                    """
                                    insert into trial (id, uzovi, agb, cents, starts)
                                    values (:id, :uzovi, :agb, :amount, :quarter)
                                    """)
                            .bindMethods(trial)
                            .execute()));
            return ResponseBuilder.create(RestResponse.Status.CREATED, trial)
                    .location(URI.create("/trials/" + trial.id()))
                    .tag(ETags.of(1))
                    .build();
        });
    }

    @POST
    @Path("/parts")
    public RestResponse<Part> createPart(@NotNull @Valid Part part) {
        return desk.created(Part.class, () -> part, made -> "/trials/parts/" + made.name());
    }

    @GET
    public RestResponse<List<Trial>> list(@BeanParam @Valid Asked asked, @BeanParam @Valid PageParameters page) {
        var wanted = new Filters().and(caller.visibility().of(Map.of(Owner.INSURER, "uzovi")));
        return page.answer(
                transactions.run(() -> BY_ID.page(
                        sql,
                        "select id, uzovi, agb, cents, starts from trial",
                        wanted,
                        page.request(),
                        (row, context) -> trial(context, row))),
                trial -> trial);
    }

    /** Asks the database so many times. */
    @GET
    @Path("/loop")
    public Map<String, Integer> loop(@QueryParam("times") Integer times) {
        transactions.perform(() -> IntStream.range(0, times)
                .forEach(time -> sql.query("select 1").mapTo(Integer.class).one()));
        return Map.of("times", times);
    }

    /** What somebody did at a moment, and nobody took back. */
    public record Deed(
            String doneBy,
            Instant doneAt,
            @Schema(nullable = true) String withdrawnBy,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(description = "Not a person") String signedBy) {}

    @GET
    @Path("/deeds/{subject}")
    public Deed deed(@PathParam("subject") String subject, @QueryParam("at") Instant at) {
        return new Deed(subject, at, null, null, subject);
    }

    /** Is worked on until {@link #HELD} lets it go. */
    @GET
    @Path("/held")
    public Map<String, String> held() throws InterruptedException {
        WORKING.incrementAndGet();
        try {
            HELD.await();
            return Map.of("held", "no more");
        } finally {
            WORKING.decrementAndGet();
        }
    }

    /** The same, and takes long. */
    @GET
    @Path("/heavy")
    @Takes(ClientLimits.Work.HEAVY)
    public Map<String, String> heavy() throws InterruptedException {
        return held();
    }

    /** A file without an end, which is written while it is read. */
    @GET
    @Path("/file")
    @Produces(Csv.MEDIA_TYPE)
    @Takes(ClientLimits.Work.HEAVY)
    public Endless file() {
        return new Endless();
    }

    /** What has no end. */
    public record Endless() {}

    /** Writes it, as files are written. */
    @Provider
    @Produces(Csv.MEDIA_TYPE)
    public static class EndlessWriter implements MessageBodyWriter<Endless> {

        private final Streams streams;

        EndlessWriter(Streams streams) {
            this.streams = streams;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == Endless.class;
        }

        @Override
        public void writeTo(
                Endless endless,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            WRITING.incrementAndGet();
            try {
                streams.send(EndlessWriter::write, out);
            } finally {
                WRITING.decrementAndGet();
            }
        }

        private static void write(OutputStream to) throws IOException {
            while (true) {
                to.write("one line of many\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
                // As long as the database takes for them: who leaves meanwhile is not met while writing.
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    /** Violates a constraint that a trigger could name. */
    @POST
    @Path("/violations")
    @APIResponse(responseCode = "204", description = "There is no such constraint")
    @APIResponse(responseCode = "409", description = "There is one")
    public RestResponse<Void> violate(@QueryParam("constraint") String constraint) {
        transactions.perform(() -> Violations.translating(
                Map.of("one_trial_per_pair", PairTaken::new), () -> sql.query("select violate(:constraint)")
                        .bind("constraint", constraint)
                        .mapTo(String.class)
                        .one()));
        return RestResponse.noContent();
    }

    @GET
    @Path("/{id}")
    public Trial get(@PathParam("id") UUID id) {
        var visible = caller.visibility().of(Map.of(Owner.INSURER, "uzovi"));
        return transactions.run(
                () -> sql.query("select id, uzovi, agb, cents, starts from trial where id = :id and " + visible.sql())
                        .bindMap(visible.parameters())
                        .bind("id", id)
                        .map((row, context) -> trial(context, row))
                        .findOne()
                        .orElseThrow(TrialNotFound::new));
    }

    @PUT
    @Path("/{id}")
    public RestResponse<Void> change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        transactions.perform(() -> {
            long version = sql.query("select version from trial where id = :id for update")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one();
            ETags.require(ifMatch, version);
            sql.update("update trial set version = version + 1 where id = :id")
                    .bind("id", id)
                    .execute();
        });
        return RestResponse.noContent();
    }

    @GET
    @Path("/{id}/parts/{number}")
    public Map<String, Integer> part(@PathParam("id") UUID id, @PathParam("number") @Min(1) Integer at) {
        return Map.of("number", at);
    }

    @GET
    @Path("/open")
    @PermitAll
    @SecurityRequirements
    public Map<String, String> open() {
        return Map.of("open", "yes");
    }

    @GET
    @Path("/person")
    public Map<String, String> person() {
        return Map.of("subject", caller.person().subject());
    }

    private static Trial trial(org.jdbi.v3.core.statement.StatementContext context, java.sql.ResultSet row)
            throws java.sql.SQLException {
        return new Trial(
                row.getObject("id", UUID.class),
                new Uzovi(row.getString("uzovi")),
                new Agb(row.getString("agb")),
                new Euro(row.getLong("cents")),
                YearQuarter.from(row.getObject("starts", LocalDate.class)));
    }

    /** Declares no role, so it is closed. */
    @Path("/undeclared")
    public static class Undeclared {

        @GET
        public String getUndeclared() {
            return "never";
        }
    }
}
