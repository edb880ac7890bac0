package nl.mtvp.kernel.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * PostgreSQL's driver, which also counts what a request sends to the database, whoever sends it: Hibernate or SQL. One
 * batch counts once, and {@code COPY} not at all.
 */
public final class CountingDriver implements Driver {

    private final Driver postgres = new org.postgresql.Driver();

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        var connection = postgres.connect(url, settings);
        return connection == null ? null : counting(Connection.class, connection);
    }

    private static <T> T counting(Class<T> type, T counted) {
        InvocationHandler counter = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                Statements.sent();
            } else if (method.getName().equals("rollback")) {
                Statements.undone();
            }
            try {
                var answer = method.invoke(counted, arguments);
                return method.getName().equals("unwrap") ? answer : statement(answer);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), new Class<?>[] {type}, counter));
    }

    private static Object statement(Object made) {
        if (made instanceof CallableStatement call) {
            return counting(CallableStatement.class, call);
        }
        if (made instanceof PreparedStatement prepared) {
            return counting(PreparedStatement.class, prepared);
        }
        return made instanceof Statement plain ? counting(Statement.class, plain) : made;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return postgres.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) throws SQLException {
        return postgres.getPropertyInfo(url, settings);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }
}
