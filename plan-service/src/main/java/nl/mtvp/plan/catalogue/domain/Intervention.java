package nl.mtvp.plan.catalogue.domain;

import java.time.LocalDate;
import java.util.Objects;

/** An intervention of the national catalogue (D1), usable in plans from a day on. */
public record Intervention(String code, Kernelement kernelement, String nameNl, String nameEn, LocalDate usableFrom) {

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
