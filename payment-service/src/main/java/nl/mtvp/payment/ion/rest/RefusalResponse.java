package nl.mtvp.payment.ion.rest;

import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.payment.ion.domain.LineCode;
import nl.mtvp.payment.ion.domain.RefusedLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a delivery that does not count, and why. */
public record RefusalResponse(
        @Schema(description = "The line's number in the file; the header is line 1") Long line,
        LineCode code,
        String detail,
        @Schema(description = "Only if it has a pseudonym's form") UUID pseudonym,
        @Schema(description = "Only if it has an AGB's form") Agb agb) {

    static RefusalResponse of(RefusedLine refused) {
        return new RefusalResponse(
                refused.line(), refused.code(), refused.sentence(), refused.pseudonym(), refused.agb());
    }
}
