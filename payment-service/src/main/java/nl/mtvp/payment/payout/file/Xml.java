package nl.mtvp.payment.payout.file;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mtvp.kernel.money.Euro;

/** XML, element by element, in one namespace. */
final class Xml {

    private final XMLStreamWriter out;

    Xml(XMLStreamWriter out) throws XMLStreamException {
        this.out = out;
        out.writeStartDocument("UTF-8", "1.0");
    }

    void start(String element, String namespace) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeDefaultNamespace(namespace);
    }

    void start(String element) throws XMLStreamException {
        out.writeStartElement(element);
    }

    void text(String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    void amount(String element, Euro amount) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeAttribute("Ccy", "EUR");
        out.writeCharacters(amount.toString());
        out.writeEndElement();
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    /** Closes what is open. */
    void finish() throws XMLStreamException {
        out.writeEndDocument();
        out.close();
    }
}
