package nl.mtvp.payment.payout.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The official schema of what banks take: pain.001.001.09 (ISO 20022), as a library of theirs brings it. */
public final class PaymentSchema {

    private static final String RESOURCE = "/pain.001.001.09.xsd";
    private static final Schema SCHEMA = read();

    private PaymentSchema() {}

    /** Why a bank would not take the file; empty when it would. It is read once, piece by piece. */
    public static Optional<String> fault(InputStream file) {
        try {
            var validator = SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.validate(new StreamSource(file));
            return Optional.empty();
        } catch (SAXParseException invalid) {
            return Optional.of("at column " + invalid.getColumnNumber() + ": " + invalid.getMessage());
        } catch (SAXException invalid) {
            return Optional.of(invalid.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema read() {
        try (var xsd = PaymentSchema.class.getResourceAsStream(RESOURCE)) {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(xsd));
        } catch (SAXException | IOException unreadable) {
            throw new IllegalStateException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
