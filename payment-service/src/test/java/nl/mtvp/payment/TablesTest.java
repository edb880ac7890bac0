package nl.mtvp.payment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import nl.mtvp.kernel.testing.PostgresResource;
import nl.mtvp.kernel.testing.TableRules;
import nl.mtvp.kernel.testing.TokenResource;

/** How this service keeps its tables (tables.csv). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokenResource.class)
class TablesTest extends TableRules {}
