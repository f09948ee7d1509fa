package org.tripoint.node.commandline;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Where words and progress go, in the language of the terminal.
final class Terminal {
  private static final String BUNDLE = "words.commandline.messages";
  private static final long EVERY_NANOS = 5_000_000_000L;
  private static final long OFTEN_NANOS = 100_000_000L;

  private final PrintStream out;
  private final boolean interactive;
  private final Locale locale;
  private final ResourceBundle words;
  private long lastProgress;
  private boolean lineOpen;

  Terminal(PrintStream out, boolean interactive, Locale locale) {
    this.out = out;
    this.interactive = interactive;
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The terminal of this process, speaking the language of its environment.
  @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again when nobody is there
  static Terminal ofThisProcess() {
    Console console = System.console();
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        console != null && console.isTerminal(),
        language(System.getenv()));
  }

  /// Language and country of `LC_ALL`, `LC_MESSAGES` or `LANG`, the first that is set.
  static Locale language(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isBlank()) {
        String tag = value.replaceFirst("[.@].*", "").replace('_', '-');
        Locale locale = Locale.forLanguageTag(tag);
        return Map.of("es", true, "fr", true).containsKey(locale.getLanguage())
            ? locale
            : Locale.US;
      }
    }
    return Locale.US;
  }

  Locale locale() {
    return locale;
  }

  ResourceBundle words() {
    return words;
  }

  String word(String key, @Nullable Object... arguments) {
    return new MessageFormat(words.getString("commandline." + key), locale).format(arguments);
  }

  String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /// A line that stays.
  void say(String key, @Nullable Object... arguments) {
    line(word(key, arguments));
  }

  void line(String text) {
    endProgress();
    out.println(text);
  }

  /// A line that the next one overwrites on a terminal; elsewhere a line every five seconds.
  void progress(String text) {
    long now = System.nanoTime();
    if (now - lastProgress < (interactive ? OFTEN_NANOS : EVERY_NANOS)) {
      return;
    }
    lastProgress = now;
    if (interactive) {
      out.print("\r\u001b[2K" + text);
      out.flush();
      lineOpen = true;
    } else {
      out.println(text);
    }
  }

  private void endProgress() {
    if (lineOpen) {
      out.print("\r\u001b[2K");
      lineOpen = false;
    }
  }
}
