package nl.mtvp.plan.admission.rest;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;

/** An admission that was taken back. */
public record AdmissionWithdrawalResponse(Agb agb, String region, UUID roundId, String reason) {}
