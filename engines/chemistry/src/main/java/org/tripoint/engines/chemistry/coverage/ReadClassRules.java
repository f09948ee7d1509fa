package org.tripoint.engines.chemistry.coverage;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads `classes.yaml`.
final class ReadClassRules {

  private static final int MOST_CHARACTERS = 500_000;

  private ReadClassRules() {}

  static List<ClassRule> read(InputStream stream) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setAllowDuplicateKeys(false);
    Object root =
        new Yaml(new SafeConstructor(options))
            .load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    List<ClassRule> rules = new ArrayList<>();
    for (Object one : list(map(root).get("classes"))) {
      Map<String, Object> rule = map(one);
      try {
        rules.add(rule(rule));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("rule " + rule.get("id") + ": " + e.getMessage(), e);
      }
    }
    return rules;
  }

  private static ClassRule rule(Map<String, Object> rule) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(rule.getOrDefault("clauses", Map.of()))
        .forEach((name, text) -> texts.put(name, text.toString()));
    List<Site> sites = list(rule.get("sites")).stream().map(site -> site(map(site))).toList();
    sites.stream()
        .flatMap(site -> site.clauses().stream())
        .filter(clause -> !texts.containsKey(clause.name()))
        .findFirst()
        .ifPresent(clause -> {
          throw new IllegalArgumentException("no text for the clause " + clause.name());
        });
    List<ClassRule.Doubt> doubts =
        list(rule.get("doubts")).stream()
            .map(ReadClassRules::map)
            .map(doubt ->
                new ClassRule.Doubt(Pattern.parse(text(doubt, "pattern")), text(doubt, "reason")))
            .toList();
    return new ClassRule(
        text(rule, "id"),
        text(rule, "entry"),
        RuleSetReader.validity(
            optional(rule, "from"),
            optional(rule, "until"),
            text(rule, "date-kind"),
            text(rule, "certainty"),
            text(rule, "source")),
        texts,
        Pattern.parse(text(rule, "core")),
        Integer.parseInt(text(rule, "at-least")),
        Boolean.parseBoolean(optional(rule, "referred")),
        sites,
        doubts);
  }

  private static Site site(Map<String, Object> site) {
    Optional<Pattern> unchanged =
        Optional.of(optional(site, "unchanged")).filter(one -> !one.isEmpty()).map(Pattern::parse);
    return new Site(
        text(site, "name"),
        list(site.get("at")).stream().map(number -> Integer.valueOf(number.toString())).toList(),
        Boolean.parseBoolean(optional(site, "ring")),
        Boolean.parseBoolean(optional(site, "required")),
        unchanged,
        list(site.get("allows")).stream().map(clause -> clause(map(clause))).toList(),
        groups(site.get("doubtful")));
  }

  private static Site.Clause clause(Map<String, Object> clause) {
    String ring = optional(clause, "ring-is");
    return new Site.Clause(
        text(clause, "clause"),
        clause.containsKey("groups") ? Optional.of(groups(clause.get("groups"))) : Optional.empty(),
        clause.containsKey("starts") ? Optional.of(words(clause.get("starts"))) : Optional.empty(),
        ring.isEmpty()
            ? Site.RingIs.MONOCYCLE
            : Site.RingIs.valueOf(ring.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static Set<Group> groups(@Nullable Object words) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    words(words).forEach(word -> groups.add(Group.parse(word)));
    return groups;
  }

  private static Set<String> words(@Nullable Object words) {
    Set<String> all = new TreeSet<>();
    list(words).forEach(word -> all.add(word.toString()));
    return all;
  }

  private static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  private static Map<String, Object> map(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("expected names with values, found " + value);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, one) -> copy.put(String.valueOf(key), one == null ? "" : one));
    return copy;
  }

  private static String text(Map<String, Object> map, String key) {
    String text = optional(map, key);
    if (text.isBlank()) {
      throw new IllegalArgumentException("expected a value for " + key);
    }
    return text;
  }

  private static String optional(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }
}
