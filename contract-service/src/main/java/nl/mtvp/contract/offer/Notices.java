package nl.mtvp.contract.offer;

import java.time.Instant;
import java.util.List;
import nl.mtvp.contract.offer.domain.Notice;

/** Where offers tell what the portal is to learn. Offers know no portal; it knows them. */
public interface Notices {

    /** Keeps the notices, in the transaction of what they tell, until they are delivered. */
    void send(List<Notice> notices, Instant now);
}
