package nl.mtvp.contract.party.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.mtvp.contract.party.domain.Enterprise;
import nl.mtvp.contract.party.domain.Practice;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Kvk;
import nl.mtvp.kernel.rest.OneLine;

/** A practice, as it is sent and as it is shown. */
public record PracticeBody(
        @NotNull Agb agb, @NotBlank @Size(max = 200) @OneLine String name, @NotNull @Valid EnterpriseBody enterprise) {

    /** The enterprise that signs for a practice. */
    public record EnterpriseBody(@NotNull Kvk kvk, @NotBlank @Size(max = 200) @OneLine String name) {}

    Practice toDomain() {
        return new Practice(agb, name, new Enterprise(enterprise.kvk(), enterprise.name()));
    }

    static PracticeBody of(Practice practice) {
        var enterprise = practice.enterprise();
        return new PracticeBody(
                practice.agb(), practice.name(), new EnterpriseBody(enterprise.kvk(), enterprise.name()));
    }
}
