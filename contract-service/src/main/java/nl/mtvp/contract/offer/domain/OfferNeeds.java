package nl.mtvp.contract.offer.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.agreement.domain.AgreementUnarranged;
import nl.mtvp.contract.party.domain.Scheme;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.time.Quarters;

/** What must be there before an offer can be made (D22, D24, D28, D29): everything that is missing, at once. */
public final class OfferNeeds {

    private OfferNeeds() {}

    public static List<Fault> missing(Proposal proposal, Standing standing) {
        var missing = new ArrayList<>(unregistered(
                proposal.uzovi(), proposal.agb(), standing.insurerRegistered(), standing.practiceRegistered()));
        missing.addAll(missingScheme(proposal, standing));
        missing.addAll(missingAdmission(proposal.agb(), proposal.startsOn(), standing.admissions()));
        if (standing.regioplan().isEmpty()) {
            missing.add(Fault.inState(
                    region(standing),
                    "no-approved-regioplan",
                    "no approved regioplan of the practice's region is known here (D24)"));
        }
        if (standing.contractInTheWay()) {
            missing.add(Fault.inState(
                    pair(proposal),
                    "contract-exists",
                    "the pair has a contract on or after the intended start; there is at most one at any time (D29)"));
        }
        standing.unarranged().forEach(agreement -> missing.add(AgreementUnarranged.fault(agreement)));
        if (standing.offerOpen()) {
            missing.add(openOffer(proposal));
        }
        return missing;
    }

    /** Which of the two parties is not registered (D22). */
    public static List<Fault> unregistered(
            Uzovi uzovi, Agb agb, boolean insurerRegistered, boolean practiceRegistered) {
        var missing = new ArrayList<Fault>();
        if (!insurerRegistered) {
            missing.add(
                    Fault.inState("insurer " + uzovi, "insurer-unknown", "the insurer is not registered here (D22)"));
        }
        if (!practiceRegistered) {
            missing.add(
                    Fault.inState("practice " + agb, "practice-unknown", "the practice is not registered here (D22)"));
        }
        return missing;
    }

    /** An offer is made under an insurer's contracting code (D22), and with the scheme MTVP (D31). */
    private static List<Fault> missingScheme(Proposal proposal, Standing standing) {
        var faults = new ArrayList<Fault>();
        standing.labelOf()
                .ifPresent(insurer -> faults.add(Fault.inState(
                        "insurer " + proposal.uzovi(),
                        "label-of-another-insurer",
                        proposal.uzovi() + " is a label of insurer " + insurer + ", which contracts for it (D22)")));
        if (standing.scheme() != Scheme.MTVP) {
            faults.add(Fault.inState(
                    "insurer " + proposal.uzovi(),
                    "other-scheme",
                    "on " + proposal.startsOn() + " " + standing.scheme().meaning()));
        }
        return faults;
    }

    /** The pair has an offer that waits for an answer: what the database's unique index says as well. */
    public static Fault openOffer(Proposal proposal) {
        return Fault.inState(
                pair(proposal),
                "offer-open",
                "an earlier offer to this practice is still open; withdraw it first (D29)");
    }

    /** What is wrong with the practice's admission, if anything: when it is offered, and again when it is accepted. */
    public static List<Fault> missingAdmission(Agb agb, LocalDate startsOn, List<Admission> admissions) {
        var subject = "practice " + agb;
        var first = admissions.stream().min(Comparator.comparing(Admission::quarter));
        if (first.isEmpty()) {
            return List.of(Fault.inState(subject, "not-admitted", "the practice is not admitted in any quarter (D24)"));
        }
        var quarter = first.get().quarter();
        return Quarters.peildatum(quarter).isAfter(startsOn)
                ? List.of(Fault.inState(
                        subject,
                        "admitted-later",
                        "the practice is admitted from " + quarter + " on; a contract cannot start earlier (D24, D28)"))
                : List.of();
    }

    private static String region(Standing standing) {
        return standing.admissions().stream()
                .findFirst()
                .map(admission -> "region " + admission.region())
                .orElse("region unknown");
    }

    private static String pair(Proposal proposal) {
        return "insurer " + proposal.uzovi() + ", practice " + proposal.agb();
    }
}
