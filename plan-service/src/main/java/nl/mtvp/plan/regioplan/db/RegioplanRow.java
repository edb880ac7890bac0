package nl.mtvp.plan.regioplan.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.mtvp.kernel.identity.Deed;
import nl.mtvp.plan.regioplan.domain.Regioplan;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.SortNatural;

/** A regioplan as it stands in its table, with its regions. The row is the plan's turn to change; nothing in it does. */
@Entity(name = "Regioplan")
class RegioplanRow {

    @Id
    UUID id;

    String rho;
    String title;

    @EmbeddedColumnNaming("created_%s")
    Deed created;

    /** A page of plans fetches all of theirs at once. */
    @ElementCollection
    @CollectionTable(name = "regioplan_region")
    @Column(name = "region")
    @SortNatural
    @BatchSize(size = 1_000)
    SortedSet<String> regions;

    static RegioplanRow of(Regioplan plan, Deed created) {
        var row = new RegioplanRow();
        row.id = plan.id();
        row.rho = plan.rho();
        row.title = plan.title();
        row.created = created;
        row.regions = new TreeSet<>(plan.regions());
        return row;
    }

    Regioplan plan() {
        return new Regioplan(id, rho, title, List.copyOf(regions));
    }
}
