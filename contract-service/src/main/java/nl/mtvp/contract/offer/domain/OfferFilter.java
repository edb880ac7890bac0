package nl.mtvp.contract.offer.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Which offers somebody asks for; what is null does not narrow. */
public record OfferFilter(Uzovi uzovi, Agb agb, OfferState state) {}
