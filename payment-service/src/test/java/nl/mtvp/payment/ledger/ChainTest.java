package nl.mtvp.payment.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ledger.domain.Chain;
import nl.mtvp.payment.ledger.domain.Chain.Break;
import nl.mtvp.payment.ledger.domain.Chain.Recomputed;
import nl.mtvp.payment.ledger.domain.Posting;
import nl.mtvp.payment.ledger.domain.Posting.PostingKind;
import org.junit.jupiter.api.Test;

/** D48, P11: what a chain of three postings shows when something was done to it. */
class ChainTest {

    private final List<Recomputed> chain = chain(3);

    @Test
    void a_chain_that_nobody_touched_holds() {
        assertEquals(List.of(), Chain.breaks(chain, null));
        assertEquals(List.of(), Chain.breaks(chain, chain.get(1).posting().head()));
        assertEquals(List.of(), Chain.breaks(List.of(), Chain.GENESIS));
    }

    @Test
    void a_posting_that_is_gone_from_the_middle_shows() {
        chain.remove(1);
        assertEquals(List.of("missing", "chain-broken"), codes(null));
    }

    @Test
    void a_posting_that_is_gone_from_the_end_shows_against_a_published_head() {
        var published = chain.remove(2).posting().head();
        assertEquals(List.of(), codes(null));
        assertEquals(List.of("tail-missing"), codes(published));
    }

    @Test
    void entries_that_are_not_those_that_were_sealed_show() {
        var second = chain.get(1);
        chain.set(1, new Recomputed(second.posting(), 1, "0".repeat(64), null));
        assertEquals(List.of("entries-changed"), codes(null));
    }

    @Test
    void D48_a_number_of_entries_or_a_place_that_is_not_the_sealed_one_shows() {
        var second = chain.get(1);
        chain.set(1, new Recomputed(second.posting(), 2, second.digest(), null));
        assertEquals(List.of("entries-changed"), codes(null));
        chain.set(1, new Recomputed(second.posting(), 1, second.digest(), 1L));
        assertEquals(List.of("entries-changed"), codes(null));
    }

    @Test
    void D48_a_last_head_that_does_not_seal_its_digest_shows() {
        var last = chain.get(2).posting();
        var made = new Posting(
                last.id(),
                last.uzovi(),
                last.number(),
                last.kind(),
                last.runId(),
                last.quarter(),
                last.entries(),
                last.digest(),
                last.previousHead(),
                "f".repeat(64),
                last.bookedAt());
        chain.set(2, new Recomputed(made, 1, last.digest(), null));
        assertEquals(List.of("chain-broken"), codes(null));
    }

    @Test
    void postings_in_another_order_show() {
        var first = chain.get(0);
        chain.set(0, chain.get(1));
        chain.set(1, first);
        assertEquals(true, codes(null).contains("chain-broken"));
    }

    private List<String> codes(String published) {
        return Chain.breaks(chain, published).stream().map(Break::code).toList();
    }

    private static List<Recomputed> chain(int length) {
        var chain = new ArrayList<Recomputed>();
        var head = Chain.GENESIS;
        for (int number = 1; number <= length; number++) {
            var digest = Integer.toString(number).repeat(64);
            var next = Chain.head(head, digest);
            var posting = new Posting(
                    new UUID(1, number),
                    new Uzovi("3332"),
                    number,
                    PostingKind.RUN,
                    new UUID(2, number),
                    Quarters.of("2023-Q3"),
                    1,
                    digest,
                    head,
                    next,
                    Instant.EPOCH);
            chain.add(new Recomputed(posting, 1, digest, null));
            head = next;
        }
        return chain;
    }
}
