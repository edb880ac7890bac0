package nl.mtvp.suite.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import nl.mtvp.suite.stack.Ports.Listener;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_replaced_by_a_free_one_and_that_is_said() throws Exception {
        var said = new ArrayList<String>();
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            try (var ports = Ports.choose(taken.getLocalPort(), said::add)) {
                assertNotEquals(taken.getLocalPort(), ports.of(Listener.KEYCLOAK));
                assertTrue(said.get(0).startsWith("port " + taken.getLocalPort() + " is taken"), said.toString());
                assertTrue(said.get(0).endsWith(Integer.toString(ports.of(Listener.KEYCLOAK))), said.toString());
            }
        }
    }

    @Test
    void no_two_programs_get_the_same_port() {
        var ports = Ports.choose(Ports.BASE_DEFAULT, sentence -> {});
        var distinct = java.util.Arrays.stream(Listener.values())
                .map(ports::of)
                .distinct()
                .count();
        assertEquals(Listener.values().length, distinct);
    }
}
