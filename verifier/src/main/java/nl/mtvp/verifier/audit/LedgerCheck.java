package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.mtvp.verifier.audit.ExportFolder.Head;
import nl.mtvp.verifier.audit.RunCheck.Booking;

/** Checks the chain of each insurer: every posting, its entries, its digest and its head (D48). */
final class LedgerCheck {

    private final RunCheck runs;
    private final NdjsonFile<Entry> entries;
    private final Differences differences;
    private final Balances balances;
    private final Map<String, Chain> chains = new TreeMap<>();
    private final Set<UUID> toCome = new HashSet<>();
    private long checked;

    /** How far an insurer's chain was followed. */
    private static final class Chain {
        long number;
        String head = Hashes.GENESIS;
        Instant bookedAt = Instant.MIN;
        final Set<String> heads = new HashSet<>(Set.of(Hashes.GENESIS));
    }

    LedgerCheck(RunCheck runs, NdjsonFile<Entry> entries, Balances balances, Differences differences) {
        this.runs = runs;
        this.entries = entries;
        this.balances = balances;
        this.differences = differences;
    }

    long checked() {
        return checked;
    }

    /** Checks postings in their order; each is taken from the ones to come. */
    void check(List<Posting> postings) {
        postings.forEach(posting -> differences
                .at(posting.where())
                .require(toCome.add(posting.id()), "posting " + posting.id() + " stands twice"));
        String uzovi = "";
        for (var posting : postings) {
            differences.at(posting.where()).require(uzovi.compareTo(posting.uzovi()) <= 0, "is out of order");
            uzovi = posting.uzovi();
            toCome.remove(posting.id());
            chain(posting);
            entries(posting);
        }
    }

    private void chain(Posting posting) {
        var chain = chains.computeIfAbsent(posting.uzovi(), code -> new Chain());
        var here = differences.at(posting.where());
        here.same("number", chain.number + 1, posting.number());
        here.same("previousHead", chain.head, posting.previousHead());
        here.same("head", Hashes.head(chain.head, posting.digest()), posting.head());
        here.require(posting.bookedAt().isAfter(chain.bookedAt), "bookedAt is not after that of the posting before");
        here.require(
                Set.of("RUN", "SETTLEMENT", "CORRECTION").contains(posting.kind())
                        && posting.kind().equals("RUN") == (posting.runId() != null),
                "kind and run do not fit: " + posting.kind() + ", " + posting.runId());
        chain.number = posting.number();
        chain.head = posting.head();
        chain.bookedAt = posting.bookedAt();
        chain.heads.add(posting.head());
    }

    private void entries(Posting posting) {
        var bookings = posting.runId() == null ? null : runs.check(posting);
        var digest = Hashes.sha256();
        long count = 0;
        int expected = 0;
        for (var entry = next(posting); entry != null; entry = next(posting)) {
            checked++;
            if (!entry.postingId().equals(posting.id())) {
                differences.add(entry.where(), "stands among the entries of posting " + posting.id());
                continue;
            }
            digest.update(entry.canonical().getBytes(UTF_8));
            count++;
            differences.at(entry.where()).same("number", count, entry.number());
            balances.book(entry, posting);
            if (bookings != null) {
                expected = compare(entry, bookings, expected, posting);
            }
        }
        for (; bookings != null && expected < bookings.size(); expected++) {
            missing(bookings.get(expected), posting);
        }
        balances.end(posting);
        differences.at(posting.where()).same("entries", count, posting.entries());
        differences.at(posting.where()).same("digest", Hashes.hex(digest), posting.digest());
    }

    private Entry next(Posting posting) {
        return entries.takeOf(posting.id(), Entry::postingId, toCome);
    }

    /** Compares with the booking that is due, passing over those that have no entry. */
    private int compare(Entry entry, List<Booking> bookings, int expected, Posting posting) {
        int at = expected;
        while (at < bookings.size() && !same(entry, bookings.get(at)) && entry.number() > at + 1) {
            missing(bookings.get(at++), posting);
        }
        if (at == bookings.size() || !same(entry, bookings.get(at)) && entry.number() < at + 1) {
            differences.add(
                    entry.where(),
                    "the run's lines give no such entry: " + entry.canonical().strip());
            return at;
        }
        var booking = bookings.get(at);
        var line = booking.line();
        var part = booking.part();
        var here = differences.at(entry.where() + ", " + line.about());
        var scheme = "scheme:" + posting.uzovi();
        var creditor = line.creditor(part);
        here.same("uzovi", posting.uzovi(), entry.uzovi());
        here.same("agb", line.agb(), entry.agb());
        here.same("contractId", line.contract().id, entry.contractId());
        here.same("quarter", line.inputs().quarter(), entry.quarter());
        here.same("cause", part.cause(), entry.cause());
        here.same("component", part.component(), entry.component());
        here.same("debit", part.cents() > 0 ? scheme : creditor, entry.debit());
        here.same("credit", part.cents() > 0 ? creditor : scheme, entry.credit());
        here.same("cents", Math.abs(part.cents()), entry.cents());
        if (booking.lineId() != null) {
            here.same("lineId", booking.lineId(), entry.lineId());
        }
        balances.expect(booking);
        return at + 1;
    }

    private static boolean same(Entry entry, Booking booking) {
        return booking.line().contract().id.equals(entry.contractId())
                && booking.line().inputs().quarter().equals(entry.quarter())
                && booking.part().cause().equals(entry.cause())
                && booking.part().component().equals(entry.component());
    }

    private void missing(Booking booking, Posting posting) {
        differences.add(
                "entries.ndjson",
                "posting " + posting.number() + " of " + posting.uzovi() + ": the entry for "
                        + booking.line().about() + ", " + booking.part() + ", is missing");
        balances.expect(booking);
    }

    /** What is left belongs to nothing; and each chain ends where the manifest and who published a head say. */
    void end(Map<String, Head> heads, Map<String, String> published) {
        entries.takeAll(entry -> differences.add(entry.where(), "is of no posting"));
        if (heads != null) {
            var here = differences.at(Manifest.NAME);
            heads.forEach((uzovi, head) -> {
                var chain = chains.getOrDefault(uzovi, new Chain());
                here.same("postings of " + uzovi, chain.number, head.postings());
                here.same("head of " + uzovi, chain.head, head.head());
            });
            chains.keySet()
                    .forEach(uzovi -> here.require(heads.containsKey(uzovi), "tells no head of insurer " + uzovi));
        }
        published.forEach((uzovi, head) -> {
            var is = "the published head of " + uzovi + " is not in its chain, what was booked up to it is gone: "
                    + head;
            differences
                    .at("postings.ndjson")
                    .require(chains.getOrDefault(uzovi, new Chain()).heads.contains(head), is);
        });
    }
}
