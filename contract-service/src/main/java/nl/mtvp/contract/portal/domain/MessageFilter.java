package nl.mtvp.contract.portal.domain;

import java.util.UUID;

/** Which messages somebody asks for; what is null does not narrow. */
public record MessageFilter(MessageState state, Direction direction, UUID offerId) {}
