package nl.mtvp.suite.portal;

import static nl.mtvp.suite.common.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.mtvp.suite.portal.Journal.Act;

/** The book and its journal, for several threads: what is answered is on file before. */
final class Portal {

    private final Book book = new Book();
    private final Set<UUID> untold = new LinkedHashSet<>();
    private final Journal journal;
    private final Supplier<Instant> clock;
    private final Consumer<PortalOffer> teller;

    /** @param teller gets each offer whose closing has to be told; it must not wait */
    Portal(Path journal, Supplier<Instant> clock, Consumer<PortalOffer> teller) {
        this.clock = clock;
        this.teller = teller;
        Journal.read(journal).forEach(this::repeat);
        this.journal = Journal.at(journal);
    }

    private void repeat(Journal.Entry entry) {
        switch (entry.act()) {
            case RECEIVE -> book.receive(entry.body(), entry.at()).closed().ifPresent(this::note);
            case ACCEPT -> note(book.accept(UUID.fromString(entry.offer()), entry.body(), entry.at()));
            case REFUSE -> note(book.refuse(UUID.fromString(entry.offer()), entry.body(), entry.at()));
            case EXPIRE -> book.expire(entry.at()).forEach(this::note);
            case TOLD -> untold.remove(UUID.fromString(entry.offer()));
        }
    }

    private void note(PortalOffer closed) {
        untold.add(closed.id());
    }

    /** Tells what an earlier process left untold. */
    synchronized void resume() {
        book.offers().stream().filter(offer -> untold.contains(offer.id())).forEach(teller);
    }

    synchronized Book.Reception receive(JsonNode message) {
        var now = now();
        var reception = book.receive(message, now);
        if (!reception.repeated()) {
            journal.add(Act.RECEIVE, now, text(message, "offerId"), message);
            reception.closed().ifPresent(this::tell);
        }
        return reception;
    }

    synchronized PortalOffer accept(UUID offer, JsonNode signature) {
        return answered(Act.ACCEPT, offer, signature);
    }

    synchronized PortalOffer refuse(UUID offer, JsonNode refusal) {
        return answered(Act.REFUSE, offer, refusal);
    }

    private PortalOffer answered(Act act, UUID offer, JsonNode body) {
        var now = now();
        expire(now);
        var closed = act == Act.ACCEPT ? book.accept(offer, body, now) : book.refuse(offer, body, now);
        journal.add(act, now, offer.toString(), body);
        tell(closed);
        return closed;
    }

    synchronized void expire() {
        expire(now());
    }

    /** What has expired is told before anything else is done: else an answer that comes too late would close it unheard. */
    private void expire(Instant now) {
        var expired = book.expire(now);
        if (!expired.isEmpty()) {
            journal.add(Act.EXPIRE, now, "", MissingNode.getInstance());
            expired.forEach(this::tell);
        }
    }

    synchronized void told(UUID offer) {
        if (untold.remove(offer)) {
            journal.add(Act.TOLD, now(), offer.toString(), MissingNode.getInstance());
        }
    }

    synchronized List<PortalOffer> offers() {
        return List.copyOf(book.offers());
    }

    synchronized boolean isTold(PortalOffer offer) {
        return !untold.contains(offer.id());
    }

    private void tell(PortalOffer closed) {
        note(closed);
        teller.accept(closed);
    }

    /** To the microsecond, as the agreed form has it. */
    private Instant now() {
        return clock.get().truncatedTo(ChronoUnit.MICROS);
    }
}
