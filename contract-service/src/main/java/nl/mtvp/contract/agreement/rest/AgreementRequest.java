package nl.mtvp.contract.agreement.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.mtvp.contract.agreement.AgreementUseCases.Agreed;
import nl.mtvp.contract.agreement.AgreementUseCases.Correction;
import nl.mtvp.contract.agreement.domain.Arrangement;
import nl.mtvp.contract.agreement.domain.ArrangementKind;
import nl.mtvp.contract.party.domain.Period;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.money.Euro;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An existing agreement to be registered. */
public record AgreementRequest(
        @NotNull Uzovi uzovi,
        @NotNull Agb agb,
        @NotBlank @Size(max = 200) @OneLine @Schema(examples = "Pilot meer tijd 2022") String name,
        @NotNull @SchemeTime(from = EARLIEST) LocalDate validFrom,
        @Schema(nullable = true) @SchemeTime(from = STILL_THERE, message = GONE) LocalDate validUntil,
        @NotNull Euro amountPerQuarter)
        implements Foreseen {

    /** Choice: what no practice is paid in a quarter. */
    private static final Euro AMOUNT_MAX = Euro.of("1000000.00");

    /** Of agreements that may have begun long before the scheme. */
    private static final String EARLIEST = "2000-01-01";

    private static final String STILL_THERE = "2023-04-02";

    private static final String GONE =
            "what ended before the scheme began on 2023-04-01 funds nothing twice (D32); this lies between {from} and "
                    + SchemeTime.LATEST;

    @Override
    public List<Fault> foreseen(Instant now) {
        return faults(validFrom, validUntil, amountPerQuarter);
    }

    Agreed agreed() {
        return agreed(name, validFrom, validUntil, amountPerQuarter);
    }

    /** @throws InvalidInput naming every fault */
    private static Agreed agreed(String name, LocalDate validFrom, LocalDate validUntil, Euro amount) {
        InvalidInput.ifAny(faults(validFrom, validUntil, amount));
        return new Agreed(name, new Period(validFrom, Optional.ofNullable(validUntil)), amount);
    }

    private static List<Fault> faults(LocalDate validFrom, LocalDate validUntil, Euro amount) {
        var faults = new ArrayList<>(Period.faults(validFrom, Optional.ofNullable(validUntil)));
        if (amount != null && !amount.isPositive()) {
            faults.add(Fault.inBody(
                    "/amountPerQuarter", "not-positive", "an agreement that pays nothing is no double funding (D32)"));
        }
        if (amount != null && amount.compareTo(AMOUNT_MAX) > 0) {
            faults.add(Fault.inBody(
                    "/amountPerQuarter", "too-much", "an agreement pays " + AMOUNT_MAX + " a quarter at most (D32)"));
        }
        return faults;
    }

    /** What is to become of an agreement. */
    public record ArrangementRequest(
            @NotNull ArrangementKind kind, @Size(min = 1, max = 4_000) @Schema(nullable = true) String reason)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return kind == ArrangementKind.NONE && reason == null ? List.of(Arrangement.reasonNeeded()) : List.of();
        }
    }

    /** What it should have said. The parties stay: an agreement of others is another agreement. */
    public record CorrectionRequest(
            @NotBlank @Size(max = 200) @OneLine @Schema(examples = "Pilot meer tijd 2022") String name,
            @NotNull @SchemeTime(from = EARLIEST) LocalDate validFrom,
            @Schema(nullable = true) @SchemeTime(from = STILL_THERE, message = GONE) LocalDate validUntil,
            @NotNull Euro amountPerQuarter,
            @NotBlank @Size(max = 4_000) String reason)
            implements Foreseen {

        @Override
        public List<Fault> foreseen(Instant now) {
            return faults(validFrom, validUntil, amountPerQuarter);
        }

        Correction toDomain() {
            return new Correction(agreed(name, validFrom, validUntil, amountPerQuarter), reason);
        }
    }

    /** Why it was registered wrongly. */
    public record AgreementWithdrawalRequest(@NotBlank @Size(max = 4_000) String reason) {}

    /** The end of an offset, earlier than was agreed. */
    public record OffsetEndRequest(
            @NotNull @Schema(examples = "2024-01-01") @SchemeTime LocalDate offsetUntil,
            @NotBlank @Size(max = 4_000) String reason) {}
}
