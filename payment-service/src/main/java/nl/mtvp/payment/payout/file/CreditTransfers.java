package nl.mtvp.payment.payout.file;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.payment.bankaccount.domain.BankAccount;
import nl.mtvp.payment.bankaccount.domain.SepaText;

/**
 * A file of SEPA credit transfers: pain.001.001.09, one batch from one account (D50). It is written as it goes, so a file
 * of any size takes no memory.
 */
public final class CreditTransfers {

    /** The schema's namespace. */
    public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private CreditTransfers() {}

    /**
     * What is said once.
     *
     * @param reference names message and batch, at most 35 characters
     */
    public record Batch(
            String reference,
            Instant createdAt,
            long transfers,
            Euro total,
            LocalDate executionOn,
            BankAccount debtor) {}

    /** @param endToEndId at most 35 characters */
    public record Transfer(String endToEndId, Euro amount, BankAccount creditor, String remittance) {}

    public static void write(OutputStream out, Batch batch, Iterator<Transfer> transfers) {
        try {
            var xml = new Xml(XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8"));
            xml.start("Document", NAMESPACE);
            xml.start("CstmrCdtTrfInitn");
            header(xml, batch);
            xml.start("PmtInf");
            information(xml, batch);
            while (transfers.hasNext()) {
                transfer(xml, transfers.next());
            }
            xml.end();
            xml.end();
            xml.finish();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("a payment file could not be written", failure);
        }
    }

    private static void header(Xml xml, Batch batch) throws XMLStreamException {
        xml.start("GrpHdr");
        xml.text("MsgId", batch.reference());
        xml.text("CreDtTm", batch.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        sums(xml, batch);
        xml.text(List.of("InitgPty", "Nm"), SepaText.of(batch.debtor().holderName()));
        xml.end();
    }

    private static void information(Xml xml, Batch batch) throws XMLStreamException {
        xml.text("PmtInfId", batch.reference());
        xml.text("PmtMtd", "TRF");
        xml.text("BtchBookg", "true");
        sums(xml, batch);
        xml.text(List.of("PmtTpInf", "SvcLvl", "Cd"), "SEPA");
        xml.text(List.of("ReqdExctnDt", "Dt"), batch.executionOn().toString());
        party(xml, "Dbtr", batch.debtor());
        xml.text(List.of("DbtrAcct", "Id", "IBAN"), batch.debtor().iban().number());
        // The bank follows from the IBAN; the schema wants an agent all the same.
        xml.text(List.of("DbtrAgt", "FinInstnId", "Othr", "Id"), "NOTPROVIDED");
        xml.text("ChrgBr", "SLEV");
    }

    private static void sums(Xml xml, Batch batch) throws XMLStreamException {
        xml.text("NbOfTxs", Long.toString(batch.transfers()));
        xml.text("CtrlSum", batch.total().toString());
    }

    private static void transfer(Xml xml, Transfer transfer) throws XMLStreamException {
        xml.start("CdtTrfTxInf");
        xml.text(List.of("PmtId", "EndToEndId"), transfer.endToEndId());
        xml.start("Amt");
        xml.amount("InstdAmt", transfer.amount());
        xml.end();
        party(xml, "Cdtr", transfer.creditor());
        xml.text(List.of("CdtrAcct", "Id", "IBAN"), transfer.creditor().iban().number());
        xml.text(List.of("RmtInf", "Ustrd"), SepaText.of(transfer.remittance()));
        xml.end();
    }

    private static void party(Xml xml, String element, BankAccount account) throws XMLStreamException {
        var address = account.address();
        xml.start(element);
        xml.text("Nm", SepaText.of(account.holderName()));
        xml.start("PstlAdr");
        xml.text("StrtNm", SepaText.of(address.street()));
        xml.text("BldgNb", SepaText.of(address.buildingNumber()));
        xml.text("PstCd", SepaText.of(address.postCode()));
        xml.text("TwnNm", SepaText.of(address.town()));
        xml.text("Ctry", address.country());
        xml.end();
        xml.end();
    }

    /** XML, element by element, in one namespace. */
    private static final class Xml {

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
}
