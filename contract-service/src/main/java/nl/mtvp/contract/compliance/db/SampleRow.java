package nl.mtvp.contract.compliance.db;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.compliance.domain.Sample;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.db.HexDigest;
import nl.mtvp.kernel.identity.Uzovi;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Immutable;

/** A sample as it stands in its table; its members stand in one of their own. */
@Entity(name = "Sample")
@Table(name = "compliance_sample")
@Immutable
class SampleRow {

    @Id
    UUID id;

    Uzovi uzovi;
    int year;
    int size;

    @Convert(converter = HexDigest.class)
    String seed;

    List<UUID> population;

    @EmbeddedColumnNaming("drawn_%s")
    Signature drawn;

    SampleRow() {}

    SampleRow(Sample sample) {
        id = sample.id();
        uzovi = sample.uzovi();
        year = sample.year();
        size = sample.size();
        seed = sample.seed();
        population = sample.population();
        drawn = sample.drawn();
    }

    Sample sample(List<UUID> members) {
        return new Sample(id, uzovi, year, size, seed, population, members, drawn);
    }

    /** A contract that was drawn, as it stands in its table. All of a sample are written by one statement. */
    @Entity(name = "SampleMember")
    @Table(name = "compliance_sample_member")
    @IdClass(MemberRow.Key.class)
    @Immutable
    static class MemberRow {

        record Key(UUID sampleId, int rank) {}

        @Id
        UUID sampleId;

        @Id
        int rank;

        UUID contractId;
    }
}
