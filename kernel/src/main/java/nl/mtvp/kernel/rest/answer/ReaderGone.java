package nl.mtvp.kernel.rest.answer;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Whoever read an answer has gone in its middle, or took too little of it and was sent away. That is no failure of ours. */
final class ReaderGone extends RuntimeException {

    ReaderGone(Exception cause) {
        super("whoever read the answer has gone", cause);
    }

    /** There is nobody whom it could be told. */
    @Provider
    public static class Mapper implements ExceptionMapper<ReaderGone> {

        private static final Logger LOG = Logger.getLogger(ReaderGone.class);

        @Override
        public Response toResponse(ReaderGone gone) {
            LOG.debug(gone.getMessage(), gone);
            return Response.status(Response.Status.REQUEST_TIMEOUT).build();
        }
    }
}
