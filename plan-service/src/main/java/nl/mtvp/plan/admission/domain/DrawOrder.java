package nl.mtvp.plan.admission.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import nl.mtvp.kernel.json.Digests;

/**
 * The order in which lots have their turn (D19, D20): lots of hubs before lots of practices, and within a kind
 * ascending by {@code SHA-256(seed bytes || poolHash bytes || lot id in UTF-8)}, compared as unsigned bytes. A lot's
 * place depends on no other lot.
 */
public final class DrawOrder {

    private DrawOrder() {}

    public static List<Lot> of(Seed seed, byte[] poolHash, List<Lot> lots) {
        var tickets = new HashMap<Lot, byte[]>();
        lots.forEach(lot -> tickets.put(lot, ticket(seed, poolHash, lot)));
        return lots.stream()
                .sorted(Comparator.comparing(Lot::kind)
                        .thenComparing((one, other) -> Arrays.compareUnsigned(tickets.get(one), tickets.get(other))))
                .toList();
    }

    static byte[] ticket(Seed seed, byte[] poolHash, Lot lot) {
        var digest = Digests.sha256();
        digest.update(seed.bytes());
        digest.update(poolHash);
        digest.update(lot.idBytes());
        return digest.digest();
    }
}
