package nl.mtvp.payment.ledger.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.rest.Csv;
import nl.mtvp.kernel.rest.NdJson;
import nl.mtvp.kernel.rest.Streams;
import nl.mtvp.payment.ledger.LedgerUseCases.Export;
import nl.mtvp.payment.ledger.domain.ExportFormat;

/** A list's whole selection as a file, which is written while it is read. */
public final class Exports {

    private static final List<MediaType> PAGE_OR_FILE = List.of(
            MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Csv.MEDIA_TYPE), MediaType.valueOf(NdJson.MEDIA_TYPE));

    private Exports() {}

    /** The form of file that the caller likes best; empty when that is a page of JSON. */
    static Optional<ExportFormat> asked(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(liked ->
                        PAGE_OR_FILE.stream().filter(liked::isCompatible).limit(1))
                .findFirst()
                .flatMap(type -> switch (PAGE_OR_FILE.indexOf(type)) {
                    case 1 -> Optional.of(ExportFormat.CSV);
                    case 2 -> Optional.of(ExportFormat.NDJSON);
                    default -> Optional.empty();
                });
    }

    static Response answer(ExportFormat format, Export export) {
        var type = format == ExportFormat.CSV ? Csv.MEDIA_TYPE + ";charset=UTF-8" : NdJson.MEDIA_TYPE;
        return Response.ok(new File(export))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .build();
    }

    /** A file that is not written yet. */
    record File(Export export) {}

    /** Writes it. */
    @Provider
    @Produces({Csv.MEDIA_TYPE, NdJson.MEDIA_TYPE})
    @Priority(Priorities.USER - 1)
    public static class Writer implements MessageBodyWriter<File> {

        private final Streams streams;

        Writer(Streams streams) {
            this.streams = streams;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == File.class;
        }

        @Override
        public void writeTo(
                File file,
                Class<?> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            streams.send(file.export()::write, out);
        }
    }
}
