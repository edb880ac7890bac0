package nl.mtvp.payment.tariff.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.kernel.time.Quarters;
import nl.mtvp.payment.tariff.domain.TariffProposal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tariff to propose. */
public record TariffRequest(
        @NotNull Uzovi uzovi,
        @NotNull @Schema(description = "The first day on which it holds") @SchemeTime LocalDate validFrom,
        @Schema(description = "The first day on which it holds no more; leave it away for no end") @SchemeTime
                LocalDate validUntil,
        @NotNull @Schema(description = "Euro per ION per quarter, exactly two decimals: a third is refused (D37)")
                Euro euroPerIonPerQuarter,
        @Size(max = 100)
                @OneLine
                @Schema(description = "The segment of GP care (D37); leave it away when nobody says", examples = "S3")
                String segment,
        @Pattern(regexp = "[0-9A-Z]{1,10}", message = "a prestatiecode is 1 to 10 digits and capital letters")
                @Schema(description = "The code under which it is declared elsewhere, if it has one")
                String prestatiecode,
        @NotBlank @Size(max = 2_000) @Schema(description = "Why: a publication, a court's order, a mended mistake")
                String ground)
        implements Foreseen {

    /** Choice: far above every maximum that the NZa published, and far below what a sum of money can hold. */
    private static final Euro TARIFF_MAX = Euro.of("10000.00");

    /** After the last day that any request may name. */
    private static final LocalDate NO_END = LocalDate.parse(SchemeTime.LATEST).plusDays(1);

    @Override
    public List<Fault> foreseen(Instant now) {
        var faults = new ArrayList<Fault>();
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            faults.add(Fault.inBody("/validUntil", "not-after-start", "validUntil lies after validFrom"));
        } else if (validFrom != null && !Quarters.anyPeildatum(validFrom, validUntil == null ? NO_END : validUntil)) {
            faults.add(Fault.inBody(
                    validUntil == null ? "/validFrom" : "/validUntil",
                    "no-peildatum",
                    "no peildatum of the scheme, " + Quarters.FIRST_PEILDATUM
                            + " or the first day of a later quarter up to " + SchemeTime.LATEST
                            + ", is a day on which it"
                            + " holds, so nothing would ever be paid by it (D37, D41)"));
        }
        if (euroPerIonPerQuarter != null && euroPerIonPerQuarter.compareTo(TARIFF_MAX) > 0) {
            faults.add(Fault.inBody(
                    "/euroPerIonPerQuarter", "too-much", "a tariff is " + TARIFF_MAX + " euro at most (D37)"));
        }
        if (euroPerIonPerQuarter != null && !euroPerIonPerQuarter.isPositive()) {
            faults.add(Fault.inBody("/euroPerIonPerQuarter", "not-positive", "a tariff is more than 0.00 (D37)"));
        }
        return faults;
    }

    TariffProposal toDomain(Deed proposed) {
        InvalidInput.ifAny(foreseen(proposed.at()));
        return new TariffProposal(
                Ids.at(proposed.at()),
                uzovi,
                validFrom,
                validUntil,
                euroPerIonPerQuarter,
                segment,
                prestatiecode,
                ground,
                false,
                proposed,
                Optional.empty());
    }
}
