package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.Size;
import nl.mtvp.plan.regioplan.domain.Subjects;

/** What a regioplan preferably tells (D4), as free text; each is optional. */
public record SubjectsRequest(
        @Size(max = 20_000) String missionAndVision,
        @Size(max = 20_000) String ictVision,
        @Size(max = 20_000) String governance,
        @Size(max = 20_000) String support,
        @Size(max = 20_000) String challenges,
        @Size(max = 20_000) String activities,
        @Size(max = 20_000) String agreements) {

    static Subjects toDomain(SubjectsRequest subjects) {
        return subjects == null
                ? Subjects.NONE
                : new Subjects(
                        subjects.missionAndVision,
                        subjects.ictVision,
                        subjects.governance,
                        subjects.support,
                        subjects.challenges,
                        subjects.activities,
                        subjects.agreements);
    }
}
