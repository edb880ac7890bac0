package nl.mtvp.contract.following.domain;

import java.util.Optional;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Which following proposals somebody asks for; what is left away does not narrow.
 *
 * @param preferentEnded whether the contract that is followed was stopped, ended or annulled
 */
public record FollowingFilter(
        Optional<Uzovi> uzovi, Optional<Agb> agb, Optional<FollowingState> state, Optional<Boolean> preferentEnded) {}
