package org.tripoint.node.desks.laboratory.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard.Category;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard.Technique;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The standards that ship with the node, read once from `laboratory/identification.yaml`.
@Component
public final class IdentificationStandards {

  private final List<IdentificationStandard> standards;

  IdentificationStandards() {
    this(own());
  }

  private IdentificationStandards(List<IdentificationStandard> standards) {
    this.standards = List.copyOf(standards);
  }

  /// Reads standards of a document as the shipped one is laid out.
  static IdentificationStandards read(String yaml) {
    return new IdentificationStandards(standards(new Yaml(loader()).load(yaml)));
  }

  /// The one that this protocol runs.
  public IdentificationStandard current() {
    return standards.getLast();
  }

  /// Exactly this version.
  public Optional<IdentificationStandard> find(String standard, String version) {
    return standards.stream()
        .filter(one -> one.standard().equalsIgnoreCase(standard.strip()))
        .filter(one -> one.version().equals(version.strip()))
        .findFirst();
  }

  public List<IdentificationStandard> list() {
    return standards;
  }

  private static List<IdentificationStandard> own() {
    String resource = "/laboratory/identification.yaml";
    try (InputStream in = IdentificationStandards.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + resource);
      }
      return standards(new Yaml(loader()).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SafeConstructor loader() {
    return new SafeConstructor(new LoaderOptions());
  }

  private static List<IdentificationStandard> standards(Object document) {
    List<IdentificationStandard> standards = new ArrayList<>();
    for (Object one : (List<?>) required((Map<?, ?>) document, "standards")) {
      standards.add(standard((Map<?, ?>) one));
    }
    return standards;
  }

  private static IdentificationStandard standard(Map<?, ?> map) {
    List<Technique> techniques = new ArrayList<>();
    ((Map<?, ?>) required(map, "techniques"))
        .forEach((code, rule) -> techniques.add(technique(code.toString(), (Map<?, ?>) rule)));
    Map<String, List<String>> hyphenated = new LinkedHashMap<>();
    ((Map<?, ?>) required(map, "hyphenated"))
        .forEach((code, parts) -> hyphenated.put(code.toString(), texts(parts)));
    return new IdentificationStandard(
        required(map, "standard").toString(),
        required(map, "version").toString(),
        LocalDate.parse(required(map, "published").toString()),
        number(map, "with-a"),
        number(map, "without-a"),
        number(map, "without-a-of-b"),
        number(map, "samplings"),
        techniques,
        hyphenated);
  }

  private static Technique technique(String code, Map<?, ?> rule) {
    Object only = rule.get("only");
    Object names = rule.get("names");
    return new Technique(
        code,
        Category.valueOf(required(rule, "category").toString()),
        required(rule, "property").toString(),
        only == null ? "" : only.toString(),
        names == null ? List.of() : texts(names));
  }

  private static int number(Map<?, ?> map, String key) {
    return Integer.parseInt(required(map, key).toString());
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  private static Object required(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("expected '" + key + "' in a standard of identification");
    }
    return value;
  }
}
