package nl.mtvp.payment.entitlement.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.payment.entitlement.db.KnownContract.Dated;
import nl.mtvp.payment.entitlement.db.KnownContract.KnownInsurer;
import nl.mtvp.payment.entitlement.db.KnownContract.Settled;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Facts.Clawback;
import nl.mtvp.payment.entitlement.domain.Facts.Holder;
import nl.mtvp.payment.entitlement.domain.Facts.Offset;
import nl.mtvp.payment.entitlement.domain.Facts.Share;
import nl.mtvp.payment.entitlement.domain.Facts.Source;
import nl.mtvp.payment.entitlement.domain.Facts.Tariff;
import org.threeten.extra.YearQuarter;

/** The facts about some contracts that are known at one moment, taken in row by row and told per quarter (D41). */
final class KnownFacts {

    /** The order in which PostgreSQL puts identifiers: by their bytes, which are unsigned. */
    static final Comparator<UUID> BY_BYTES = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    /** The columns by their places, since there are millions of rows. */
    private static final int KIND = 1;

    private static final int CONTRACT_ID = 2;
    private static final int UZOVI = 3;
    private static final int NAME = 4;
    private static final int VALID_FROM = 5;
    private static final int VALID_UNTIL = 6;
    private static final int NUMBER = 7;
    private static final int TEN_THOUSANDTHS = 8;
    private static final int ID = 9;
    private static final int KNOWN_AT = 10;
    private static final int KNOWN_AT_SOURCE = 11;

    private final Map<UUID, KnownContract> contracts = new HashMap<>();
    private final Map<String, KnownInsurer> insurers = new HashMap<>();

    void take(ResultSet row) throws SQLException {
        switch (row.getString(KIND)) {
            case "COUNT" ->
                contract(row).counted(row.getString(NAME), row.getObject(ID, UUID.class), row.getLong(NUMBER));
            case "SETTLED" -> contract(row).settled(row.getString(NAME), new Settled(row.getLong(NUMBER), source(row)));
            case "CONTRACT" ->
                contract(row).isOf(insurer(row), row.getObject(VALID_FROM, LocalDate.class), source(row));
            case "HOLDER" ->
                contract(row).holders.add(dated(row, new Holder(new Agb(row.getString(NAME)), source(row))));
            case "ENDED" -> contract(row).ends.add(dated(row, source(row)));
            case "CLAWBACK" -> contract(row).clawbacks.add(clawback(row));
            case "OFFSET" -> contract(row).offsets.add(dated(row, new Offset(row.getLong(NUMBER), source(row))));
            case "SHARE" -> contract(row).shares.add(dated(row, share(row)));
            case "DELIVERY" ->
                insurer(row).deliveries.put(YearQuarter.from(row.getObject(VALID_FROM, LocalDate.class)), source(row));
            case "TARIFF" -> insurer(row).tariffs.add(dated(row, new Tariff(row.getLong(NUMBER), source(row))));
            default -> throw new IllegalStateException("a fact of another kind: " + row.getString(KIND));
        }
    }

    /** Each contract in its quarters up to this one, and in this one when it has not started by then. */
    List<ContractQuarter> upTo(YearQuarter last) {
        var told = new ArrayList<ContractQuarter>();
        for (var contract : inOrder()) {
            var quarter = YearQuarter.from(contract.startsOn);
            for (quarter = quarter.isBefore(last) ? quarter : last;
                    !quarter.isAfter(last);
                    quarter = quarter.plusQuarters(1)) {
                told.add(contract.in(quarter));
            }
        }
        return told;
    }

    List<ContractQuarter> in(YearQuarter quarter) {
        return inOrder().stream().map(contract -> contract.in(quarter)).toList();
    }

    private List<KnownContract> inOrder() {
        return contracts.values().stream()
                .sorted(Comparator.comparing(contract -> contract.id, BY_BYTES))
                .toList();
    }

    private KnownContract contract(ResultSet row) throws SQLException {
        return contracts.computeIfAbsent(row.getObject(CONTRACT_ID, UUID.class), KnownContract::new);
    }

    private KnownInsurer insurer(ResultSet row) throws SQLException {
        return insurers.computeIfAbsent(row.getString(UZOVI), code -> new KnownInsurer(new Uzovi(code)));
    }

    private static <T> Dated<T> dated(ResultSet row, T fact) throws SQLException {
        return new Dated<>(
                row.getObject(VALID_FROM, LocalDate.class), row.getObject(VALID_UNTIL, LocalDate.class), fact);
    }

    private static Clawback clawback(ResultSet row) throws SQLException {
        return new Clawback(
                row.getObject(VALID_FROM, LocalDate.class),
                row.getObject(VALID_UNTIL, LocalDate.class),
                row.getInt(TEN_THOUSANDTHS),
                source(row));
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getString(NAME),
                row.getObject(TEN_THOUSANDTHS, Integer.class),
                row.getObject(NUMBER, Long.class),
                source(row));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getObject(ID, UUID.class), moment(row, KNOWN_AT), moment(row, KNOWN_AT_SOURCE));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
