package nl.mtvp.kernel.db;

import java.sql.Types;
import org.hibernate.dialect.PostgreSQLDialect;

/** PostgreSQL, where a column's type may be a domain ({@code agb}, {@code sha256}): it goes with any class at a start. */
public class DomainsDialect extends PostgreSQLDialect {

    @Override
    public boolean equivalentTypes(int mapped, int found) {
        return found == Types.DISTINCT || super.equivalentTypes(mapped, found);
    }
}
