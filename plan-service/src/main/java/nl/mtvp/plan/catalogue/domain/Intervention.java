package nl.mtvp.plan.catalogue.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;

/** An intervention of the national catalogue (D1), usable in plans from a day on. */
@Embeddable
public record Intervention(
        String code,
        @Enumerated(EnumType.STRING) Kernelement kernelement,
        String nameNl,
        String nameEn,
        LocalDate usableFrom) {

    public Intervention {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kernelement, "kernelement");
        Objects.requireNonNull(nameNl, "nameNl");
        Objects.requireNonNull(nameEn, "nameEn");
        Objects.requireNonNull(usableFrom, "usableFrom");
    }

    public boolean isUsableOn(LocalDate day) {
        return !day.isBefore(usableFrom);
    }
}
