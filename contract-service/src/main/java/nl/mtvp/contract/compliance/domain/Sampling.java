package nl.mtvp.contract.compliance.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.json.Digests;

/**
 * A reproducible selection of contracts (D33): the first n in the order of SHA-256(seed || contract id), compared as
 * unsigned bytes; the id is its text of 36 characters in UTF-8. Anybody who has seed and population can draw it again.
 */
public final class Sampling {

    private Sampling() {}

    /** The first of the population in the seed's order; all of it where it has fewer. */
    public static List<UUID> first(int size, byte[] seed, Collection<UUID> population) {
        return population.stream()
                .distinct()
                .map(contractId -> new Ticket(contractId, ticket(seed, contractId)))
                .sorted(Comparator.comparing(Ticket::digest, Arrays::compareUnsigned))
                .limit(size)
                .map(Ticket::contractId)
                .toList();
    }

    /** The digest that gives a contract its place. */
    public static byte[] ticket(byte[] seed, UUID contractId) {
        var digest = Digests.sha256();
        digest.update(seed);
        return digest.digest(contractId.toString().getBytes(StandardCharsets.UTF_8));
    }

    private record Ticket(UUID contractId, byte[] digest) {}
}
