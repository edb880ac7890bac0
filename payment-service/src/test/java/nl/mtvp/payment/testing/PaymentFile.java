package nl.mtvp.payment.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A pain.001.001.09 file as a bank reads it: held against the official schema first. */
public final class PaymentFile {

    private static final Schema SCHEMA = schema();

    private final Document document;

    private PaymentFile(Document document) {
        this.document = document;
    }

    /** @throws AssertionError if it is not valid */
    public static PaymentFile of(byte[] bytes) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new PaymentFile(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException | ParserConfigurationException invalid) {
            throw new AssertionError("no valid pain.001.001.09: " + invalid.getMessage(), invalid);
        }
    }

    /** The texts of all elements of a name, in the order of the document. */
    public List<String> texts(String element) {
        var nodes = document.getElementsByTagNameNS("*", element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> nodes.item(at).getTextContent())
                .toList();
    }

    private static Schema schema() {
        try (var xsd = PaymentFile.class.getResourceAsStream("/pain.001.001.09.xsd")) {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(xsd));
        } catch (SAXException | IOException unreadable) {
            throw new IllegalStateException("the official schema is not there", unreadable);
        }
    }
}
