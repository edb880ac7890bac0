package nl.mtvp.contract.party.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Uzovi;

/**
 * A label (brand) with a UZOVI code of its own that belongs to an insurer for a period (D22).
 *
 * @param uzovi the insurer, known by the code under which it contracts
 * @param label the label's own code
 */
public record Label(UUID id, Uzovi uzovi, Uzovi label, String name, Period valid) {

    public Label {
        Present.all(id, uzovi, label, name, valid);
    }

    /** The other insurer that contracts for a code on a day, if the code is one of its labels. */
    public static Optional<Uzovi> contractsFor(Uzovi code, LocalDate day, List<Label> labels) {
        return labels.stream()
                .filter(label -> label.label().equals(code) && label.valid().contains(day))
                .map(Label::uzovi)
                .filter(uzovi -> !uzovi.equals(code))
                .findFirst();
    }
}
