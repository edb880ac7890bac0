package nl.mtvp.kernel.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import nl.mtvp.kernel.identity.Bsn;
import nl.mtvp.kernel.rest.command.CurrentCommand;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Lets nothing that a client sent make a line of its own in the log, or leave there what may be a BSN: what is said is
 * written on one line, exceptions' messages too.
 */
@ApplicationScoped
public class LogGuard implements Filter {

    private static final Pattern CONTROL = Pattern.compile(
            "[\\p{Cc}\\x{061C}\\x{200E}\\x{200F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}&&[^\\t]]");

    /** Where the framework names the path of a request that failed. */
    private static final Pattern PATH = Pattern.compile("instance=\"[^\"]*\"|HTTP Request to \\S+ failed");

    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    /** Before anybody is answered. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        for (var handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(this);
        }
    }

    @Override
    public boolean isLoggable(LogRecord said) {
        if (said instanceof ExtLogRecord line) {
            var text = MESSAGE.formatMessage(line);
            var safe = safe(withoutPath(text));
            if (!safe.equals(text)) {
                line.setMessage(safe, ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        if (said.getThrown() != null && Told.isNeededFor(said.getThrown())) {
            said.setThrown(new Told(said.getThrown()));
        }
        return true;
    }

    /** What was asked is told by its operation: a path may hold whose it is. */
    private static String withoutPath(String text) {
        if (text == null || !PATH.matcher(text).find()) {
            return text;
        }
        var operation = CurrentCommand.inRequest()
                        && CurrentRequestManager.get().getTarget() != null
                ? CurrentRequestManager.get().getTarget().getResourceClass().getSimpleName() + "."
                        + CurrentRequestManager.get().getTarget().getJavaMethodName()
                : "none";
        return PATH.matcher(text)
                .replaceAll(found -> found.group().startsWith("instance")
                        ? "operation=\"" + operation + "\""
                        : "a request for " + operation + " failed");
    }

    /** The text on one line, with whatever may be a BSN masked. */
    static String safe(String text) {
        if (text == null) {
            return "";
        }
        return Bsn.masked(
                CONTROL.matcher(text).replaceAll(found -> escape(found.group().charAt(0))));
    }

    private static String escape(char control) {
        return switch (control) {
            case '\n' -> "\\\\n";
            case '\r' -> "\\\\r";
            default -> String.format("\\\\u%04x", (int) control);
        };
    }

    /** An exception as it may be told. */
    private static final class Told extends Throwable {

        private static final long serialVersionUID = 1L;
        private static final int DEPTH_MAX = 50;

        private final String text;

        Told(Throwable thrown) {
            this(thrown, 0);
        }

        private Told(Throwable thrown, int depth) {
            super(null, causeOf(thrown, depth));
            text = safe(thrown.toString());
            setStackTrace(thrown.getStackTrace());
            if (depth < DEPTH_MAX) {
                for (var suppressed : thrown.getSuppressed()) {
                    addSuppressed(new Told(suppressed, depth + 1));
                }
            }
        }

        private static Throwable causeOf(Throwable thrown, int depth) {
            return thrown.getCause() == null || depth >= DEPTH_MAX ? null : new Told(thrown.getCause(), depth + 1);
        }

        /** Most say nothing that needs it, and stay what they are. */
        static boolean isNeededFor(Throwable thrown) {
            return isNeededFor(thrown, 0);
        }

        private static boolean isNeededFor(Throwable thrown, int depth) {
            if (thrown == null || depth > DEPTH_MAX) {
                return false;
            }
            if (!safe(thrown.toString()).equals(thrown.toString()) || isNeededFor(thrown.getCause(), depth + 1)) {
                return true;
            }
            for (var suppressed : thrown.getSuppressed()) {
                if (isNeededFor(suppressed, depth + 1)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
