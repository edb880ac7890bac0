package nl.mtvp.kernel.feed;

import java.util.Objects;

/**
 * A fact to tell the neighbours.
 *
 * @param type reverse domain with a version, {@code nl.mtvp.contract-accepted.v1}
 * @param subject the id of what it is about
 * @param data a record that becomes the event's JSON; no BSN and no pseudonym in it
 */
public record NewEvent(String type, String subject, Object data) {

    public NewEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(data, "data");
    }
}
