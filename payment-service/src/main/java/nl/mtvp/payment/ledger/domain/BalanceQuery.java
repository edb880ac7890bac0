package nl.mtvp.payment.ledger.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/** Whose balances are asked for; a null asks for all. */
public record BalanceQuery(Uzovi uzovi, Agb agb, String rho) {}
