package org.tripoint.node.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.tripoint.node.retention.RetentionRule.Certainty;
import org.tripoint.node.retention.RetentionRule.RetentionClock;
import org.tripoint.vocabulary.Part;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Rules that are shipped for this node's country. None is in force before a steward adopts it.
@Service
public class SuggestedRules {

  private static final String SHIPPED = "/retention/suggested-rules.yaml";

  private final String country;
  private final RetentionDay day;

  SuggestedRules(@Value("${tripoint.node.country}") String country, RetentionDay day) {
    this.country = country;
    this.day = day;
  }

  /// The suggestions for this node's country.
  ///
  /// @param reader in whose language they are worded
  public List<RetentionRule> list(Locale reader) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream file = SuggestedRules.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException("expected " + SHIPPED);
      }
      List<Map<String, Object>> all = new Yaml(new SafeConstructor(options)).load(file);
      return all.stream()
          .filter(one -> List.of("any", country).contains(text(one, "node")))
          .map(one -> rule(one, reader.getLanguage()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RetentionRule rule(Map<String, Object> said, String language) {
    return new RetentionRule(
        text(said, "name"),
        text(said, "kind"),
        Part.valueOf(text(said, "part")),
        "",
        null,
        RetentionClock.valueOf(text(said, "clock")),
        span(said, "review"),
        span(said, "purge"),
        false,
        worded(said, "instrument", language),
        Certainty.valueOf(text(said, "certainty")),
        worded(said, "stated-in", language),
        "",
        day.now());
  }

  /// Written as `60 MONTHS`; null where it is not said.
  private static @Nullable Span span(Map<String, Object> said, String key) {
    if (!said.containsKey(key)) {
      return null;
    }
    String[] words = text(said, key).split(" ", -1);
    return new Span(Integer.parseInt(words[0]), Span.Unit.valueOf(words[1]));
  }

  private static String worded(Map<String, Object> said, String key, String language) {
    if (said.get(key) instanceof Map<?, ?> words
        && (words.containsKey(language) ? words.get(language) : words.get("en"))
            instanceof String text) {
      return text;
    }
    throw new IllegalStateException("expected " + key + " in three languages in " + SHIPPED);
  }

  private static String text(Map<String, Object> said, String key) {
    Object value = said.get(key);
    if (value == null) {
      throw new IllegalStateException("expected " + key + " in " + SHIPPED);
    }
    return value.toString();
  }
}
