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
import nl.mtvp.payment.entitlement.domain.Clawback;
import nl.mtvp.payment.entitlement.domain.ContractQuarter;
import nl.mtvp.payment.entitlement.domain.Holder;
import nl.mtvp.payment.entitlement.domain.Offset;
import nl.mtvp.payment.entitlement.domain.Share;
import nl.mtvp.payment.entitlement.domain.Source;
import nl.mtvp.payment.entitlement.domain.Tariff;
import org.threeten.extra.YearQuarter;

/** The facts about some contracts that are known at one moment, taken in row by row and told per quarter (D41). */
final class KnownFacts {

    /** The order in which PostgreSQL puts identifiers: by their bytes, which are unsigned. */
    static final Comparator<UUID> BY_BYTES = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final Map<UUID, KnownContract> contracts = new HashMap<>();
    private final Map<String, KnownInsurer> insurers = new HashMap<>();

    void take(ResultSet row) throws SQLException {
        switch (row.getString("kind")) {
            case "COUNT" -> contract(row).counts.put(row.getObject("id", UUID.class), row.getLong("number"));
            case "CONTRACT" ->
                contract(row).isOf(insurer(row), row.getObject("valid_from", LocalDate.class), source(row));
            case "HOLDER" ->
                contract(row).holders.add(dated(row, new Holder(new Agb(row.getString("name")), source(row))));
            case "ENDED" -> contract(row).ends.add(dated(row, source(row)));
            case "CLAWBACK" -> contract(row).clawbacks.add(clawback(row));
            case "OFFSET" -> contract(row).offsets.add(dated(row, new Offset(row.getLong("number"), source(row))));
            case "SHARE" -> contract(row).shares.add(dated(row, share(row)));
            case "DELIVERY" ->
                insurer(row)
                        .deliveries
                        .put(YearQuarter.from(row.getObject("valid_from", LocalDate.class)), source(row));
            case "TARIFF" -> insurer(row).tariffs.add(dated(row, new Tariff(row.getLong("number"), source(row))));
            default -> throw new IllegalStateException("a fact of another kind: " + row.getString("kind"));
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
        return contracts.computeIfAbsent(row.getObject("contract_id", UUID.class), KnownContract::new);
    }

    private KnownInsurer insurer(ResultSet row) throws SQLException {
        return insurers.computeIfAbsent(row.getString("uzovi"), code -> new KnownInsurer(new Uzovi(code)));
    }

    private static <T> Dated<T> dated(ResultSet row, T fact) throws SQLException {
        return new Dated<>(
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class), fact);
    }

    private static Clawback clawback(ResultSet row) throws SQLException {
        return new Clawback(
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("ten_thousandths"),
                source(row));
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getString("name"),
                row.getObject("ten_thousandths", Integer.class),
                row.getObject("number", Long.class),
                source(row));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getObject("id", UUID.class), moment(row, "known_at"), moment(row, "known_at_source"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
