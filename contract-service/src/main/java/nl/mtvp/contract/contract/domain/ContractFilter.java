package nl.mtvp.contract.contract.domain;

import java.util.Optional;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Which contracts somebody asks for; what is left away does not narrow. */
public record ContractFilter(Optional<Uzovi> uzovi, Optional<Agb> agb, Optional<ContractState> state) {}
