package nl.mtvp.payment.job;

/** Work that waits in the database and must happen once, whichever replica does it. */
public interface Job {

    /**
     * Claims one piece of work and does it.
     *
     * @return false when nothing was waiting
     */
    boolean workOne();
}
