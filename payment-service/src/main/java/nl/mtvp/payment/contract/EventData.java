package nl.mtvp.payment.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;

/** What an event says, read in our own words; a property that is not there or has another form is refused. */
record EventData(JsonNode data) {

    String text(String property) {
        var text = optionalText(property);
        if (text == null) {
            throw new IllegalArgumentException("the event has no text " + property);
        }
        return text;
    }

    /** Null when the property is absent or null. */
    String optionalText(String property) {
        var value = data.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the event's " + property + " is no text");
        }
        return value.asText();
    }

    UUID id(String property) {
        return UUID.fromString(text(property));
    }

    LocalDate day(String property) {
        return LocalDate.parse(text(property));
    }

    LocalDate optionalDay(String property) {
        var day = optionalText(property);
        return day == null ? null : LocalDate.parse(day);
    }

    Instant moment(String property) {
        return Instant.parse(text(property));
    }

    Uzovi uzovi() {
        return new Uzovi(text("uzovi"));
    }

    Agb agb(String property) {
        return new Agb(text(property));
    }

    Kvk kvk() {
        return new Kvk(text("kvk"));
    }

    long cents(String property) {
        return Euro.of(text(property)).cents();
    }

    /** @throws ArithmeticException if a percentage has more than two decimals: it is never rounded */
    int tenThousandths(String property) {
        return new BigDecimal(text(property)).movePointRight(2).intValueExact();
    }
}
