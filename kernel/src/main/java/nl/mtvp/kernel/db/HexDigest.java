package nl.mtvp.kernel.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.HexFormat;

/** A SHA-256, which is told in lower-case hexadecimal and stands in its column as 32 bytes. */
@Converter
public class HexDigest implements AttributeConverter<String, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    @Override
    public String convertToEntityAttribute(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
