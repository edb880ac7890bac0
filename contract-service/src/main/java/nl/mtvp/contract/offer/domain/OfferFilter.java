package nl.mtvp.contract.offer.domain;

import java.util.Optional;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Which offers somebody asks for; what is left away does not narrow. */
public record OfferFilter(Optional<Uzovi> uzovi, Optional<Agb> agb, Optional<OfferState> state) {}
