package nl.mtvp.plan.catalogue.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.mtvp.plan.catalogue.domain.Intervention;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the catalogue; migrations write it. */
@ApplicationScoped
public class InterventionRepository {

    /** Those usable on a day, by code, after a code (null: from the first). */
    public List<Intervention> usableOn(Handle tx, LocalDate day, String after, int limit) {
        return tx.createQuery(
                        """
                        select code, kernelement, name_nl, name_en, usable_from from intervention
                        where usable_from <= :day and (cast(:after as text) is null or code > :after)
                        order by code limit :limit
                        """)
                .bind("day", day)
                .bind("after", after)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Intervention.class))
                .list();
    }

    /** Those with these codes, by code, usable yet or not. */
    public Map<String, Intervention> withCodes(Handle tx, Collection<String> codes) {
        return tx
                .createQuery(
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
