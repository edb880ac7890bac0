package nl.mtvp.verifier.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.verifier.audit.Contract.Booked;
import nl.mtvp.verifier.audit.Contract.Share;
import nl.mtvp.verifier.audit.Inputs.From;

/** A line as it should be: recomputed from the facts as known at its run's cut-off (D43-D45). */
record Expected(Contract contract, Inputs inputs, Inputs old, UUID previousLineId, Amounts due, List<Part> parts) {

    /** All lines of a run, in the order of contract and quarter. Takes note of what this run books. */
    static List<Expected> of(Run run, FactBook facts) {
        var lines = new ArrayList<Expected>();
        for (var contract : facts.insurer(run.uzovi()).contracts.values()) {
            if (contract.signed.knownAt(run.cutOff())) {
                var quarter = Quarter.of(contract.signed.from());
                for (quarter = quarter.compareTo(run.quarter()) < 0 ? quarter : run.quarter();
                        quarter.compareTo(run.quarter()) <= 0;
                        quarter = quarter.next()) {
                    var line = of(contract, facts.inputs(contract, quarter, run.cutOff()), run.quarter());
                    if (line != null) {
                        lines.add(line);
                    }
                }
            }
        }
        return lines;
    }

    /** Null when nothing changes in a quarter before the run's own. */
    private static Expected of(Contract contract, Inputs now, Quarter own) {
        boolean ownQuarter = now.quarter().equals(own);
        var booked = contract.booked.getOrDefault(now.quarter(), new Booked());
        if (booked.ever && !ownQuarter && booked.inputs.equals(now)) {
            return null;
        }
        var parts = booked.ever ? Part.between(booked.inputs, now) : Part.first(now, ownQuarter);
        if (parts.isEmpty() && !ownQuarter) {
            return null;
        }
        return new Expected(contract, now, booked.inputs, booked.lineId, Amounts.due(now), parts);
    }

    /** From now on this is the last posted line of its contract and quarter. */
    void posted(UUID lineId) {
        var booked = contract.booked.computeIfAbsent(inputs.quarter(), quarter -> new Booked());
        booked.lineId = lineId;
        booked.inputs = inputs;
        booked.ever |= !parts.isEmpty();
    }

    String about() {
        return "contract " + contract.id + " in " + inputs.quarter();
    }

    String zeroReason() {
        return parts.isEmpty() ? inputs.zeroReason() : null;
    }

    /** As the proposal hash takes it (D46). */
    String canonical() {
        var told = parts.stream().map(Part::toString).collect(Collectors.joining(","));
        return String.join(
                        "|",
                        contract.id.toString(),
                        inputs.quarter().toString(),
                        inputs.canonical(),
                        Hashes.orDash(zeroReason()),
                        told.isEmpty() ? "-" : told)
                + "\n";
    }

    /** Who gets a part or gives it back: the practice of the peildatum, or the RHO of its share (D48, D49). */
    String creditor(Part part) {
        return "creditor:" + contract.uzovi + (part.component().equals("RHO") ? ":rho:" + rho() : ":agb:" + agb());
    }

    String agb() {
        return inputs.holder() == null ? null : inputs.holder().value();
    }

    private String rho() {
        From<Share> share = inputs.share() == null && old != null ? old.share() : inputs.share();
        return share == null ? null : share.value().rho();
    }
}
