package nl.mtvp.contract.compliance.domain;

import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Contracts of an insurer and year that are looked at more closely (steekproef, D33), with everything that it takes to
 * draw them again.
 *
 * @param seed 32 bytes in hexadecimal, drawn at random for this sample
 * @param population the contracts with a review of the year when it was drawn, in the order of their ids
 * @param members the contracts drawn, in their order
 */
public record Sample(
        UUID id,
        Uzovi uzovi,
        int year,
        int size,
        String seed,
        List<UUID> population,
        List<UUID> members,
        Signature drawn) {

    public Sample {
        Present.all(id, uzovi, seed, drawn);
        population = List.copyOf(population);
        members = List.copyOf(members);
    }
}
