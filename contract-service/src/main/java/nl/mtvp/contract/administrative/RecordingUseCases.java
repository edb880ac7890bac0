package nl.mtvp.contract.administrative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mtvp.contract.administrative.db.RecordingRepository;
import nl.mtvp.contract.administrative.domain.Agreement;
import nl.mtvp.contract.administrative.domain.RecordDocument;
import nl.mtvp.contract.administrative.domain.Recording;
import nl.mtvp.contract.administrative.domain.RecordingNeeds;
import nl.mtvp.contract.administrative.domain.RecordingRefused;
import nl.mtvp.contract.admission.db.AdmissionRepository;
import nl.mtvp.contract.admission.domain.Admission;
import nl.mtvp.contract.contract.ContractUseCases;
import nl.mtvp.contract.contract.Signatures;
import nl.mtvp.contract.contract.domain.Basis;
import nl.mtvp.contract.contract.domain.Certificate;
import nl.mtvp.contract.contract.domain.Contract;
import nl.mtvp.contract.contract.domain.ContractRefused;
import nl.mtvp.contract.contract.domain.Course;
import nl.mtvp.contract.contract.domain.Origin;
import nl.mtvp.contract.party.db.InsurerRepository;
import nl.mtvp.contract.party.db.PracticeRepository;
import nl.mtvp.kernel.access.Actor;
import nl.mtvp.kernel.access.Visibility;
import nl.mtvp.kernel.db.Ids;
import nl.mtvp.kernel.db.Page;
import nl.mtvp.kernel.db.PageRequest;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.failure.NotFound;
import nl.mtvp.kernel.time.SuiteClock;

/** Records earlier agreements as contracts (administratief contract, vastleggen: D25). */
@ApplicationScoped
public class RecordingUseCases {

    private final RecordingRepository recordings;
    private final InsurerRepository insurers;
    private final PracticeRepository practices;
    private final AdmissionRepository admissions;
    private final ContractUseCases contracts;
    private final Clock clock;

    RecordingUseCases(
            RecordingRepository recordings,
            InsurerRepository insurers,
            PracticeRepository practices,
            AdmissionRepository admissions,
            ContractUseCases contracts,
            Clock clock) {
        this.recordings = recordings;
        this.insurers = insurers;
        this.practices = practices;
        this.admissions = admissions;
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * Writes an agreement down, without effect until somebody else approves it.
     *
     * @throws InvalidInput if it can never be recorded so
     * @throws RecordingRefused if something that it stands on is not there
     */
    @Transactional
    public Recording propose(Agreement agreement, Actor actor) {
        var now = clock.instant();
        agreement.require(SuiteClock.day(now));
        needs(agreement).require(agreement);
        var recording = new Recording(Ids.at(now), agreement, Signatures.of(actor, now), Optional.empty());
        recordings.add(recording);
        return recording;
    }

    /**
     * Makes the contract, with its evidence and its event.
     *
     * @throws RecordingRefused if who approves is who recorded
     * @throws RecordingRefused if it was approved before
     * @throws RecordingRefused if something that it stands on is no longer there
     * @throws ContractRefused if the pair has a contract on some of the same days (D29)
     */
    @Transactional
    public Recording approve(UUID id, Visibility visibility, Actor actor) {
        var now = clock.instant();
        var recording = withId(id, visibility);
        var approved = recording.approvedBy(Signatures.of(actor, now), Ids.at(now));
        var needs = needs(recording.agreement());
        needs.require(recording.agreement());
        recordings.addApproval(approved);
        var contract = contract(approved, needs);
        var certificate = Certificate.of(contract.id(), document(contract, approved));
        contracts.conclude(contract, certificate, false, contract.acceptedAt());
        return approved;
    }

    /** @throws NotFound if it is not there for who asks */
    @Transactional
    public Recording withId(UUID id, Visibility visibility) {
        return recordings.find(id, visibility).orElseThrow(() -> RecordingRefused.notFound(id));
    }

    @Transactional
    public Page<Recording> list(Visibility visibility, PageRequest asked) {
        return recordings.list(visibility, asked);
    }

    private RecordingNeeds needs(Agreement agreement) {
        var agbs = Set.of(agreement.agb());
        var admitted = admissions.of(agbs).getOrDefault(agreement.agb(), List.of());
        var regions = admitted.stream().map(Admission::region).limit(1).collect(Collectors.toSet());
        return new RecordingNeeds(
                insurers.find(agreement.uzovi()).isPresent(),
                Optional.ofNullable(practices.withCodes(agbs).get(agreement.agb())),
                admitted,
                admissions.inForce(regions).values().stream().findFirst());
    }

    private static Contract contract(Recording approved, RecordingNeeds needs) {
        var agreement = approved.agreement();
        var approval = approved.approval().orElseThrow();
        var regioplan = needs.regioplan().orElseThrow();
        return new Contract(
                approval.contractId(),
                new Origin(Origin.OriginKind.ADMINISTRATIVE, approved.id()),
                agreement.uzovi(),
                agreement.agb(),
                needs.practice().orElseThrow().enterprise().kvk(),
                new Basis(
                        regioplan.rho(),
                        needs.admissions().get(0).region(),
                        regioplan.versionId(),
                        regioplan.contentHash()),
                agreement.startsOn(),
                approval.by().at(),
                agreement.tariffSeries(),
                agreement.textVersion(),
                Course.UNDISTURBED);
    }

    private static RecordDocument document(Contract contract, Recording approved) {
        return new RecordDocument(
                contract.id(),
                contract.origin(),
                approved.agreement(),
                contract.kvk(),
                contract.basis().regioplan(),
                approved.proposed(),
                approved.approval().orElseThrow().by(),
                contract.acceptedAt());
    }
}
