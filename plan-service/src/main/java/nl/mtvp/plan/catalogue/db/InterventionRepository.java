package nl.mtvp.plan.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.kernel.db.Sql;
import nl.mtvp.plan.catalogue.domain.Intervention;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Keeps the catalogue: what the leidraad names, and what joined it by a decision (D2). */
@ApplicationScoped
public class InterventionRepository {

    private final Sql sql;

    InterventionRepository(Sql sql) {
        this.sql = sql;
    }

    /** Adds what the national desk accepted. @return false when the code is taken */
    public boolean add(Intervention intervention, UUID proposal) {
        return sql.update(
                                """
                                insert into intervention (code, kernelement, name_nl, name_en, usable_from, proposal_id)
                                values (:code, :kernelement, :nameNl, :nameEn, :usableFrom, :proposal)
                                on conflict (code) do nothing
                                """)
                        .bindMethods(intervention)
                        .bind("proposal", proposal)
                        .execute()
                == 1;
    }

    /** Those usable on a day, by code, after a code (null: from the first). @param kernelement or null for all */
    public List<Intervention> usableOn(LocalDate day, Kernelement kernelement, String after, int limit) {
        return sql.query(
                        """
                        select code, kernelement, name_nl, name_en, usable_from from intervention
                        where usable_from <= :day and (cast(:kernelement as text) is null or kernelement = :kernelement)
                          and (cast(:after as text) is null or code > :after)
                        order by code limit :limit
                        """)
                .bind("day", day)
                .bind("kernelement", kernelement)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Intervention.class))
                .list();
    }

    /** Those with these codes, by code, usable yet or not. */
    public Map<String, Intervention> withCodes(Collection<String> codes) {
        return sql
                .query(
                        """
                        select code, kernelement, name_nl, name_en, usable_from from intervention
                        where code = any(:codes)
                        """)
                .bind("codes", codes.toArray(String[]::new))
                .map(ConstructorMapper.of(Intervention.class))
                .stream()
                .collect(Collectors.toMap(Intervention::code, Function.identity()));
    }
}
