package nl.mtvp.kernel.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Big;
import nl.mtvp.kernel.identity.Iban;
import nl.mtvp.kernel.identity.Kvk;
import org.hibernate.annotations.Immutable;
import org.threeten.extra.LocalDateRange;

/** A row of the kernel's own tests, with the values that {@link Trial} has not. */
@Entity
@Immutable
class Span {

    @Id
    UUID id;

    Kvk kvk;
    Iban iban;
    Big big;
    LocalDateRange valid;

    @Convert(converter = HexDigest.class)
    String digest;

    Instant at;

    protected Span() {}

    Span(LocalDateRange valid, Instant at) {
        this.id = UUID.randomUUID();
        this.kvk = new Kvk("12345678");
        this.iban = new Iban("NL91ABNA0417164300");
        this.big = new Big("19012345601");
        this.valid = valid;
        this.digest = "ab".repeat(32);
        this.at = at;
    }
}
