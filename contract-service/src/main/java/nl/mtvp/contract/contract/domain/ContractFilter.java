package nl.mtvp.contract.contract.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Which contracts somebody asks for; what is null does not narrow. */
public record ContractFilter(Uzovi uzovi, Agb agb, ContractState state) {}
