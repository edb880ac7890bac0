package nl.mtvp.kernel.rest.limit;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Who may work now, of many clients with many requests each: so many of one client's at once, some more that wait for
 * their turn in the order in which they came, and no more. One client's never wait for another's.
 */
final class Turns<K> {

    private final int workingMax;
    private final int requestsMax;
    private final Map<K, Client> clients = new HashMap<>();

    /**
     * @param workingMax how many requests of one client are worked on at once
     * @param requestsMax how many it may have here, with those that wait
     */
    Turns(int workingMax, int requestsMax) {
        this.workingMax = workingMax;
        this.requestsMax = requestsMax;
    }

    /** What becomes of a request that came. */
    enum Answer {
        NOW,
        LATER,
        NEVER
    }

    private static final class Client {
        private int working;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
    }

    /**
     * @param turn is called when the request's turn has come, if that is later; whoever gets {@link Answer#NOW} or is called
     *     says {@link #done} at its end
     */
    synchronized Answer ask(K client, Runnable turn) {
        var asking = clients.computeIfAbsent(client, first -> new Client());
        if (asking.working < workingMax) {
            asking.working++;
            return Answer.NOW;
        }
        if (asking.working + asking.waiting.size() >= requestsMax) {
            return Answer.NEVER;
        }
        asking.waiting.add(turn);
        return Answer.LATER;
    }

    /** One of the client's requests has been worked on: its place goes to the next. */
    void done(K client) {
        var next = next(client);
        if (next != null) {
            next.run();
        }
    }

    private synchronized Runnable next(K client) {
        var ending = clients.get(client);
        var next = ending.waiting.poll();
        if (next == null && --ending.working == 0) {
            clients.remove(client);
        }
        return next;
    }
}
