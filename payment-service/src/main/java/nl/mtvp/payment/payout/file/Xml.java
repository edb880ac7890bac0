package nl.mtvp.payment.payout.file;

import java.util.List;
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

    /** A text in these elements, each of which holds the next alone. */
    void text(List<String> elements, String text) throws XMLStreamException {
        for (var element : elements) {
            out.writeStartElement(element);
        }
        out.writeCharacters(text);
        for (int open = elements.size(); open > 0; open--) {
            out.writeEndElement();
        }
    }

    void text(String element, String text) throws XMLStreamException {
        text(List.of(element), text);
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
