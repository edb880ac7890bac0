package nl.mtvp.payment.ion.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.ion.domain.Delivery;
import nl.mtvp.payment.ion.domain.Delivery.Compression;
import nl.mtvp.payment.ion.domain.Delivery.Receiving;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearQuarter;

/** A delivery to come: what its content will be. */
public record DeliveryRequest(
        @NotNull Uzovi uzovi,
        @NotNull
                @Schema(description = "The first day of a quarter", examples = "2023-07-01")
                @SchemeTime(from = "2023-01-01")
                LocalDate peildatum,
        @NotNull @Min(0) @Max(100_000_000) @Schema(description = "Lines after the header") Long rowCount,
        @NotNull
                @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 is 64 lower-case hexadecimal digits")
                @Schema(description = "SHA-256 of the whole content as sent, in hexadecimal")
                String sha256,
        @Schema(description = "How the content is packed; NONE when it is left out") Compression compression)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return peildatum == null || Quarters.isPeildatum(peildatum)
                ? List.of()
                : List.of(
                        Fault.inBody("/peildatum", "no-peildatum", "a peildatum is the first day of a quarter (D38)"));
    }

    Delivery toDomain(Deed announced) {
        InvalidInput.ifAny(foreseen(announced.at()));
        return new Delivery(
                Ids.at(announced.at()),
                uzovi,
                YearQuarter.from(peildatum),
                rowCount,
                sha256,
                compression == null ? Compression.NONE : compression,
                announced,
                0,
                new Receiving());
    }
}
