package nl.mtvp.payment.payout.file;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
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
        xml.start("InitgPty");
        xml.text("Nm", SepaText.of(batch.debtor().holderName()));
        xml.end();
        xml.end();
    }

    private static void information(Xml xml, Batch batch) throws XMLStreamException {
        xml.text("PmtInfId", batch.reference());
        xml.text("PmtMtd", "TRF");
        xml.text("BtchBookg", "true");
        sums(xml, batch);
        xml.start("PmtTpInf");
        xml.start("SvcLvl");
        xml.text("Cd", "SEPA");
        xml.end();
        xml.end();
        xml.start("ReqdExctnDt");
        xml.text("Dt", batch.executionOn().toString());
        xml.end();
        party(xml, "Dbtr", batch.debtor());
        account(xml, "DbtrAcct", batch.debtor());
        // The bank follows from the IBAN; the schema wants an agent all the same.
        xml.start("DbtrAgt");
        xml.start("FinInstnId");
        xml.start("Othr");
        xml.text("Id", "NOTPROVIDED");
        xml.end();
        xml.end();
        xml.end();
        xml.text("ChrgBr", "SLEV");
    }

    private static void sums(Xml xml, Batch batch) throws XMLStreamException {
        xml.text("NbOfTxs", Long.toString(batch.transfers()));
        xml.text("CtrlSum", batch.total().toString());
    }

    private static void transfer(Xml xml, Transfer transfer) throws XMLStreamException {
        xml.start("CdtTrfTxInf");
        xml.start("PmtId");
        xml.text("EndToEndId", transfer.endToEndId());
        xml.end();
        xml.start("Amt");
        xml.amount("InstdAmt", transfer.amount());
        xml.end();
        party(xml, "Cdtr", transfer.creditor());
        account(xml, "CdtrAcct", transfer.creditor());
        xml.start("RmtInf");
        xml.text("Ustrd", SepaText.of(transfer.remittance()));
        xml.end();
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

    private static void account(Xml xml, String element, BankAccount account) throws XMLStreamException {
        xml.start(element);
        xml.start("Id");
        xml.text("IBAN", account.iban().number());
        xml.end();
        xml.end();
    }
}
