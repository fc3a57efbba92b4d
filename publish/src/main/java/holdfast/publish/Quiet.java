package holdfast.publish;

import com.openhtmltopdf.util.XRLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Nothing but the command itself speaks on standard error. */
final class Quiet {
    /** Kept, so that what is set for them is not forgotten. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache"), Logger.getLogger("com.openhtmltopdf"));

    private Quiet() {}

    /** Before a library is used for the first time. */
    static void keep() {
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        System.setProperty("log4j2.statusLoggerLevel", "OFF");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        XRLog.setLoggingEnabled(false);
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
