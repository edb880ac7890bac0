package nl.mtvp.kernel.rest.command;

import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Caller;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where a request is taken: who calls ({@link Caller}), what time it is, and that what is made is made once. */
@RequestScoped
public class Desk {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Clock clock;

    Desk(Caller caller, Idempotency idempotency, Clock clock) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    public Actor actor() {
        return caller.actor();
    }

    /** @throws nl.mtvp.kernel.access.PersonNeeded if a system calls */
    public Actor person() {
        return caller.person();
    }

    public boolean has(String role) {
        return caller.has(role);
    }

    public Visibility visibility() {
        return caller.visibility();
    }

    /** @throws nl.mtvp.kernel.access.NotYours unless the token speaks for this insurer */
    public void actFor(Uzovi insurer) {
        caller.actFor(insurer);
    }

    /** @throws nl.mtvp.kernel.access.NotYours unless the token speaks for this practice */
    public void actFor(Agb practice) {
        caller.actFor(practice);
    }

    /** @throws nl.mtvp.kernel.access.NotYours unless the token speaks for this regional organisation */
    public void actForRho(String rho) {
        caller.actForRho(rho);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Answers this request once ({@link Idempotency}), with 200. */
    public <T> RestResponse<T> once(Class<T> type, Supplier<T> effect) {
        return idempotency.once(type, () -> RestResponse.ok(effect.get()));
    }

    /** Answers this request once, with 201 and what it made. */
    public <T> RestResponse<T> created(Class<T> type, Supplier<T> effect) {
        return created(type, effect, (answer, made) -> {});
    }

    /** The same for what has an address of its own. */
    public <T> RestResponse<T> created(Class<T> type, Supplier<T> effect, Function<T, String> address) {
        return created(type, effect, located(address));
    }

    /** The same for an answer that holds what is not kept for 30 days, which is taken out of it and put back. */
    public <T> RestResponse<T> created(
            Class<T> type,
            Supplier<T> effect,
            Function<T, String> address,
            UnaryOperator<T> without,
            UnaryOperator<T> with) {
        return idempotency.once(type, () -> answer(effect.get(), located(address)), without, with);
    }

    /** The same with whatever headers the answer has. */
    public <T> RestResponse<T> created(Class<T> type, Supplier<T> effect, BiConsumer<ResponseBuilder<T>, T> headers) {
        return idempotency.once(type, () -> answer(effect.get(), headers));
    }

    private static <T> RestResponse<T> answer(T made, BiConsumer<ResponseBuilder<T>, T> headers) {
        var answer = ResponseBuilder.create(RestResponse.Status.CREATED, made);
        headers.accept(answer, made);
        return answer.build();
    }

    private static <T> BiConsumer<ResponseBuilder<T>, T> located(Function<T, String> address) {
        return (answer, made) -> answer.location(URI.create(address.apply(made)));
    }
}
