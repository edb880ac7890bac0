package nl.mtvp.kernel.db;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Classes that do not go with the table {@code trial}. They become entities by a mapping in XML, and so not of the
 * running application, which would not start.
 */
final class Misfits {

    /** Which attribute it is that has no column, or none of its type. */
    static final Map<Class<?>, String> ATTRIBUTES = Map.of(MissingColumn.class, "lost", OtherType.class, "cents");

    private Misfits() {}

    static InputStream mapping(Class<?> misfit) {
        var xml =
                """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
                  <entity class="%s" access="FIELD">
                    <table name="trial"/>
                    <attributes><id name="id"/><basic name="%s"/></attributes>
                  </entity>
                </entity-mappings>
                """
                        .formatted(misfit.getName(), ATTRIBUTES.get(misfit));
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    static class MissingColumn {
        UUID id;
        String lost;
    }

    static class OtherType {
        UUID id;
        Instant cents;
    }
}
