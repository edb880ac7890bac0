package nl.mtvp.payment.ion.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import nl.mtvp.kernel.rest.edge.Farewell;
import nl.mtvp.payment.ion.IonUseCases.Intake;
import nl.mtvp.payment.ion.domain.DeliveryRefused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes bodies to the disk as they come. Nobody waits for them: an upload that is slow, or stops, holds its connection and
 * an open file, and only while it brings at least so much at a time.
 */
@ApplicationScoped
class Uploads {

    private final Vertx vertx;
    private final CurrentVertxRequest request;
    private final Duration window;
    private final long windowBytesMin;

    Uploads(
            Vertx vertx,
            CurrentVertxRequest request,
            @ConfigProperty(name = "mtvp.upload.window", defaultValue = "PT15S") Duration window,
            @ConfigProperty(name = "mtvp.upload.window-bytes-min", defaultValue = "16384") long windowBytesMin) {
        this.vertx = vertx;
        this.request = request;
        this.window = window;
        this.windowBytesMin = windowBytesMin;
    }

    /**
     * Adds the running request's body to what came in of a delivery; done when its end is there. It fails with what is
     * wrong with it, and what came in before stays.
     */
    Uni<Void> take(Intake intake) {
        var context = request.getCurrent();
        var eventLoop = vertx.getOrCreateContext();
        return Uni.createFrom()
                .emitter(done -> eventLoop.runOnContext(go -> vertx.fileSystem()
                        .open(intake.file().toString(), new OpenOptions().setAppend(true))
                        .onComplete(opened -> {
                            if (opened.succeeded()) {
                                new Upload(context, opened.result(), intake, done).begin();
                            } else {
                                done.fail(opened.cause());
                            }
                        })));
    }

    private final class Upload {

        private final RoutingContext context;
        private final HttpServerRequest body;
        private final AsyncFile file;
        private final UniEmitter<? super Void> done;
        private final long bytesMax;
        private long bytes;
        private long bytesBefore;
        private long watch;
        private boolean over;

        Upload(RoutingContext context, AsyncFile file, Intake intake, UniEmitter<? super Void> done) {
            this.context = context;
            this.body = context.request();
            this.file = file;
            this.bytes = intake.bytes();
            this.bytesBefore = intake.bytes();
            this.bytesMax = intake.bytesMax();
            this.done = done;
        }

        void begin() {
            if (body.isEnded()) {
                end(null);
                return;
            }
            watch = vertx.setPeriodic(window.toMillis(), tick -> look());
            file.exceptionHandler(this::end);
            body.exceptionHandler(left -> end(DeliveryRefused.off()));
            body.endHandler(all -> end(null));
            body.handler(this::add);
            if ("100-continue".equalsIgnoreCase(body.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
            body.resume();
        }

        private void add(Buffer piece) {
            if (over) {
                return;
            }
            if (bytes + piece.length() > bytesMax) {
                end(DeliveryRefused.contentTooLarge(bytesMax));
                return;
            }
            bytes += piece.length();
            file.write(piece);
            if (file.writeQueueFull()) {
                body.pause();
                file.drainHandler(drained -> body.resume());
            }
        }

        private void look() {
            if (bytes - bytesBefore < windowBytesMin) {
                end(DeliveryRefused.tooSlow(windowBytesMin, window));
            }
            bytesBefore = bytes;
        }

        /** @param why it is no whole body; null when it is */
        private void end(Throwable why) {
            if (over) {
                return;
            }
            over = true;
            vertx.cancelTimer(watch);
            if (why != null) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                Farewell.after(context, vertx);
                body.resume();
            }
            file.close().onComplete(closed -> {
                if (why != null) {
                    done.fail(why);
                } else if (closed.failed()) {
                    done.fail(closed.cause());
                } else {
                    done.complete(null);
                }
            });
        }
    }
}
