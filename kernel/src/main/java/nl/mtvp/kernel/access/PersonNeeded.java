package nl.mtvp.kernel.access;

import nl.mtvp.kernel.failure.DomainFailure;

/** A system tried what only a logged-in person may do: to approve or to sign. */
public class PersonNeeded extends DomainFailure {

    public PersonNeeded() {
        super(
                Kind.FORBIDDEN,
                "person-needed",
                "this takes a person: log in (authorization code) instead of using a system's credentials");
    }
}
