package nl.mtvp.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class LogGuardTest {

    private final LogGuard guard = new LogGuard();

    @Test
    void a_line_break_that_a_client_sent_makes_no_line_in_the_log() {
        assertEquals("path /a\\n2026-01-01 INFO all is well", said("path %s", "/a\n2026-01-01 INFO all is well"));
        assertEquals("a\\r\\nb\\u001b[31m\\u2028\\u202e", said("%s", "a\r\nb\u001b[31m\u2028\u202e"));
        assertEquals("a\tb", said("a\tb"));
    }

    @Test
    void what_may_be_a_bsn_is_not_in_the_log() {
        assertEquals("/v1/patients/*********", said("%s", "/v1/patients/123456782"));
        assertEquals("contract 123456789 of 01999901", said("contract 123456789 of 01999901"));
    }

    @Test
    void the_path_of_a_request_that_failed_is_not_in_the_log() {
        assertEquals("status=500, operation=\"none\", type=x", said("status=500, instance=\"/v1/patients/7\", type=x"));
        assertEquals("a request for none failed, id 1", said("HTTP Request to /v1/patients/7 failed, id 1"));
    }

    @Test
    void an_exceptions_message_and_those_of_its_causes_are_told_on_one_line_with_their_stacks() {
        var cause = new IllegalArgumentException("no code: x\nERROR forged");
        var record = new ExtLogRecord(Level.ERROR, "it failed", LogGuardTest.class.getName());
        record.setThrown(new IllegalStateException("of 123456782", cause));
        guard.isLoggable(record);
        var told = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(told));
        assertTrue(told.toString().startsWith("java.lang.IllegalStateException: of *********"), told.toString());
        assertTrue(told.toString().contains("IllegalArgumentException: no code: x\\nERROR forged"), told.toString());
        assertFalse(told.toString().contains("\nERROR forged"), told.toString());
        assertTrue(told.toString().contains("at nl.mtvp.kernel.log.LogGuardTest"), told.toString());
    }

    @Test
    void an_exception_that_says_nothing_of_the_kind_stays_itself() {
        var record = new ExtLogRecord(Level.ERROR, "it failed", LogGuardTest.class.getName());
        var thrown = new IllegalStateException("simply");
        record.setThrown(thrown);
        guard.isLoggable(record);
        assertSame(thrown, record.getThrown());
    }

    private String said(String format, Object... parameters) {
        var record =
                new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, LogGuardTest.class.getName());
        record.setParameters(parameters);
        guard.isLoggable(record);
        return new PatternFormatter("%s").formatMessage(record);
    }
}
