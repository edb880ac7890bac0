package nl.mtvp.kernel.rest.limit;

import java.util.HashMap;
import java.util.Map;

/** Places for work of one kind: so many in all, and so many of them for one client. */
final class Places<K> {

    private final int clientMax;
    private final int max;
    private final Map<K, Integer> taken = new HashMap<>();
    private int all;

    Places(int clientMax, int max) {
        this.clientMax = clientMax;
        this.max = max;
    }

    int clientMax() {
        return clientMax;
    }

    /** @return whether there was one */
    synchronized boolean take(K client) {
        if (all >= max || taken.getOrDefault(client, 0) >= clientMax) {
            return false;
        }
        taken.merge(client, 1, Integer::sum);
        all++;
        return true;
    }

    synchronized void free(K client) {
        taken.computeIfPresent(client, (of, places) -> places == 1 ? null : places - 1);
        all--;
    }
}
