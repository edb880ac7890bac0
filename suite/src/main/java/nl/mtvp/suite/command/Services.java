package nl.mtvp.suite.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.mtvp.suite.stack.Service;

/** Services as a user names them. */
final class Services {

    private Services() {}

    /** @throws IllegalArgumentException telling the names that there are */
    static Service named(String name) {
        return Arrays.stream(Service.values())
                .filter(known -> known.module().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no service " + name + "; there are "
                        + Arrays.stream(Service.values()).map(Service::module).collect(Collectors.joining(", "))));
    }
}
