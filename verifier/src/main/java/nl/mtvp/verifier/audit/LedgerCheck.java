package nl.mtvp.verifier.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
        postings.forEach(posting -> differences.require(
                toCome.add(posting.id()), posting.where(), "posting " + posting.id() + " stands twice"));
        String uzovi = "";
        for (var posting : postings) {
            differences.require(uzovi.compareTo(posting.uzovi()) <= 0, posting.where(), "is out of order");
            uzovi = posting.uzovi();
            toCome.remove(posting.id());
            chain(posting);
            entries(posting);
        }
    }

    private void chain(Posting posting) {
        var chain = chains.computeIfAbsent(posting.uzovi(), code -> new Chain());
        var where = posting.where();
        differences.same(where, "number", chain.number + 1, posting.number());
        differences.same(where, "previousHead", chain.head, posting.previousHead());
        differences.same(where, "head", Hashes.head(chain.head, posting.digest()), posting.head());
        differences.require(
                posting.bookedAt().isAfter(chain.bookedAt), where, "bookedAt is not after that of the posting before");
        differences.require(
                Set.of("RUN", "SETTLEMENT", "CORRECTION").contains(posting.kind())
                        && posting.kind().equals("RUN") == (posting.runId() != null),
                where,
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
        while (entries.next() != null && belongs(posting)) {
            var entry = entries.take();
            checked++;
            if (!entry.postingId().equals(posting.id())) {
                differences.add(entry.where(), "stands among the entries of posting " + posting.id());
                continue;
            }
            digest.update(entry.canonical().getBytes(UTF_8));
            count++;
            differences.same(entry.where(), "number", count, entry.number());
            balances.book(entry, posting);
            if (bookings != null) {
                expected = compare(entry, bookings, expected, posting);
            }
        }
        for (; bookings != null && expected < bookings.size(); expected++) {
            missing(bookings.get(expected), posting);
        }
        balances.end(posting);
        differences.same(posting.where(), "entries", count, posting.entries());
        differences.same(posting.where(), "digest", Hashes.hex(digest), posting.digest());
    }

    /** The next entry is of this posting, or stands between two that are, or is of no posting to come. */
    private boolean belongs(Posting posting) {
        return entries.next().postingId().equals(posting.id())
                || entries.afterNext() != null
                        && entries.afterNext().postingId().equals(posting.id())
                || !toCome.contains(entries.next().postingId());
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
        var part = booking.part();
        var where = entry.where() + ", contract " + booking.line().contract().id + " in "
                + booking.line().inputs().quarter();
        var scheme = "scheme:" + posting.uzovi();
        var creditor = booking.line().creditor(part);
        differences.same(where, "uzovi", posting.uzovi(), entry.uzovi());
        differences.same(where, "agb", booking.line().agb(), entry.agb());
        differences.same(where, "contractId", booking.line().contract().id, entry.contractId());
        differences.same(where, "quarter", booking.line().inputs().quarter(), entry.quarter());
        differences.same(where, "cause", part.cause(), entry.cause());
        differences.same(where, "component", part.component(), entry.component());
        differences.same(where, "debit", part.cents() > 0 ? scheme : creditor, entry.debit());
        differences.same(where, "credit", part.cents() > 0 ? creditor : scheme, entry.credit());
        differences.same(where, "cents", Math.abs(part.cents()), entry.cents());
        if (booking.lineId() != null) {
            differences.same(where, "lineId", booking.lineId(), entry.lineId());
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
                "posting " + posting.number() + " of " + posting.uzovi() + ": the entry for contract "
                        + booking.line().contract().id + " in "
                        + booking.line().inputs().quarter() + ", " + booking.part() + ", is missing");
        balances.expect(booking);
    }

    /** What is left belongs to nothing; and each chain ends where the manifest and who published a head say. */
    void end(Map<String, Manifest.Head> heads, Map<String, String> published) {
        for (var entry = entries.take(); entry != null; entry = entries.take()) {
            differences.add(entry.where(), "is of no posting");
        }
        if (heads != null) {
            heads.forEach((uzovi, head) -> {
                var chain = chains.getOrDefault(uzovi, new Chain());
                differences.same(Manifest.NAME, "postings of " + uzovi, chain.number, head.postings());
                differences.same(Manifest.NAME, "head of " + uzovi, chain.head, head.head());
            });
            chains.keySet()
                    .forEach(uzovi -> differences.require(
                            heads.containsKey(uzovi), Manifest.NAME, "tells no head of insurer " + uzovi));
        }
        published.forEach((uzovi, head) -> differences.require(
                chains.getOrDefault(uzovi, new Chain()).heads.contains(head),
                "postings.ndjson",
                "the published head of " + uzovi + " is not in its chain, what was booked up to it is gone: " + head));
    }
}
