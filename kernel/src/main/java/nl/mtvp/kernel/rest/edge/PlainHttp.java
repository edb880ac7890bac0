package nl.mtvp.kernel.rest.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets HTTP/1.1 alone be spoken without TLS: a request to go over to HTTP/2 is passed over there, as clients expect. */
@ApplicationScoped
class PlainHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
