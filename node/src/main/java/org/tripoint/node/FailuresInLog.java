package org.tripoint.node;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a failure into the log as its classes and places, without its words: an exception's
/// message repeats what it could not read, and that may be a person's name or a secret.
///
/// Kept are the words of a failed start, before anything from outside was read, those of TLS, which
/// are the JDK's own, the number of an SQL state, and that a disk is full.
public final class FailuresInLog extends ThrowableHandlingConverter {

  private static final int MOST_CAUSES = 8;
  private static final int LONGEST_WORDS = 200;

  /// Loggers of the start, which tell an operator what to mend.
  private static final Set<String> OF_THE_START =
      Set.of("org.springframework.boot.SpringApplication");

  private static final String TLS = "javax.net.ssl.";

  /// Strangers fail here: a line for each is enough.
  private static final String HANDSHAKES = "org.apache.tomcat.util.net.NioEndpoint.handshake";

  /// As the operating system says it, whoever repeats it.
  private static final String DISK_FULL = "No space left on device";

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    boolean worded = OF_THE_START.contains(event.getLoggerName());
    boolean placed = !event.getLoggerName().equals(HANDSHAKES);
    IThrowableProxy failure = event.getThrowableProxy();
    for (int i = 0; failure != null && i < MOST_CAUSES; i++) {
      text.append(i == 0 ? "" : "Caused by: ");
      write(failure, worded, text);
      if (placed) {
        writePlaces(failure, text);
      }
      failure = failure.getCause();
    }
    return text.toString();
  }

  private static void write(IThrowableProxy failure, boolean worded, StringBuilder text) {
    text.append(failure.getClassName()).append(state(failure));
    if (String.valueOf(failure.getMessage()).contains(DISK_FULL)) {
      text.append(" (").append(DISK_FULL).append(')');
    }
    if (worded || failure.getClassName().startsWith(TLS)) {
      text.append(": ").append(inOneLine(failure.getMessage()));
    }
    text.append('\n');
  }

  /// Where it happened, as far as its effect has not said so.
  private static void writePlaces(IThrowableProxy failure, StringBuilder text) {
    StackTraceElementProxy[] places = failure.getStackTraceElementProxyArray();
    int own = places.length - failure.getCommonFrames();
    for (int i = 0; i < own; i++) {
      text.append('\t').append(places[i].getSTEAsString()).append('\n');
    }
    if (own < places.length) {
      text.append("\t... ").append(places.length - own).append(" more\n");
    }
  }

  private static String state(IThrowableProxy failure) {
    return failure instanceof ThrowableProxy proxy
            && proxy.getThrowable() instanceof SQLException sql
            && sql.getSQLState() != null
        ? " (SQL state " + sql.getSQLState() + ")"
        : "";
  }

  private static String inOneLine(@Nullable String words) {
    String line = String.valueOf(words).replaceAll("[^\\x20-\\x7e]", "?");
    return line.substring(0, Math.min(line.length(), LONGEST_WORDS));
  }
}
