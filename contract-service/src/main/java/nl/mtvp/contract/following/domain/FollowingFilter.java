package nl.mtvp.contract.following.domain;

import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * Which following proposals somebody asks for; what is null does not narrow.
 *
 * @param preferentEnded whether the contract that is followed was stopped, ended or annulled
 */
public record FollowingFilter(Uzovi uzovi, Agb agb, FollowingState state, Boolean preferentEnded) {}
