package nl.mtvp.payment.ledger.db;

import nl.mtvp.payment.fact.db.Rows;
import nl.mtvp.payment.ledger.domain.Creditor;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;

/** Rows as records of a creditor, which stands in them as its account. */
public final class CreditorRows {

    private static final ColumnMapper<Creditor> CREDITOR = (row, column, context) -> Creditor.of(row.getString(column));

    private CreditorRows() {}

    public static <R> RowMapper<R> of(Class<R> type) {
        return Rows.of(type, Creditor.class, CREDITOR);
    }
}
