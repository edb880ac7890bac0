package nl.mtvp.kernel.rest.command;

import jakarta.enterprise.context.RequestScoped;
import nl.mtvp.kernel.json.Digests;

/** The SHA-256 of the request's JSON body as it came in; of nothing, when there was none. */
@RequestScoped
public class BodyDigest {

    private byte[] digest = Digests.sha256(new byte[0]);

    byte[] get() {
        return digest.clone();
    }

    public void set(byte[] digest) {
        this.digest = digest.clone();
    }
}
