package nl.mtvp.contract.portal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.offer.domain.Offer;
import nl.mtvp.contract.offer.domain.Proposal;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import org.junit.jupiter.api.Test;

class OfferDocumentTest {

    @Test
    void D36_the_digests_are_those_of_the_examples_in_the_interface() {
        var terms = new Proposal(
                new Uzovi("3332"),
                new Agb("01999901"),
                LocalDate.of(2023, 4, 1),
                Instant.parse("2023-06-30T22:00:00Z"),
                "MTVP-2023",
                "2023-1");
        var basis =
                new Basis("UNICUM", "ZOU", UUID.fromString("01883c0f-6a00-7000-8000-0000000000bb"), "ab".repeat(32));
        var offer = Offer.proposed(
                UUID.fromString("01883c0f-6a00-7000-8000-0000000000aa"),
                terms,
                basis,
                Optional.empty(),
                Instant.parse("2023-05-20T10:00:00Z"));
        assertEquals("5890da7d58f979590a5d9894eb96ccc6739a3c281d7470f3100e9a7cd58c1123", digest(offer));
        var extended =
                offer.extendedUntil(Instant.parse("2023-07-31T22:00:00Z"), Instant.parse("2023-05-31T08:00:00Z"));
        assertEquals("3d55e141018fa41d522ceadb27bae0fcea38aa058755956160da9b02e4fe1f1a", digest(extended));
    }

    private static String digest(Offer offer) {
        return OfferDocument.of(offer, "Zorgverzekeraar", "Huisartsenpraktijk De Linde", new Kvk("51999901"))
                .digest();
    }
}
