package nl.mtvp.suite.common;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ServiceLoader;

/** Sees what the services are asked and what they answer. The launcher brings none; its tests bring one, as a service. */
public interface Witness {

    void saw(HttpRequest request, HttpResponse<?> answer);

    /** The one that is there, or one that looks away. */
    static Witness present() {
        return ServiceLoader.load(Witness.class).findFirst().orElse((request, answer) -> {});
    }
}
