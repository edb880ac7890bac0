package nl.mtvp.contract.portal.domain;

import java.util.Optional;
import java.util.UUID;

/** Which messages somebody asks for; what is left away does not narrow. */
public record MessageFilter(Optional<MessageState> state, Optional<Direction> direction, Optional<UUID> offerId) {}
