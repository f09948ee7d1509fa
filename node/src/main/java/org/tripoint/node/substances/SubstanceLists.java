package org.tripoint.node.substances;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.Group;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The lists and families that ship with the node, read once from `substances/*.yaml`.
@Component
final class SubstanceLists {

  private final List<String> families;
  private final Map<String, Map<String, Group>> headingsByList = new HashMap<>();
  private final Map<SubstanceId, String> familyByHeading = new HashMap<>();
  private final Map<String, Set<String>> keysByFamily = new TreeMap<>();

  SubstanceLists() {
    families = strings(required(document("/substances/families.yaml"), "families"), "families");
    for (Object list : (List<?>) required(document("/substances/lists.yaml"), "lists")) {
      read((Map<?, ?>) list);
    }
  }

  List<String> families() {
    return families;
  }

  Optional<Group> findHeading(String list, String name) {
    return Optional.ofNullable(headingsByList.getOrDefault(list, Map.of()).get(fold(name)));
  }

  Optional<String> findFamily(SubstanceId id) {
    return Optional.ofNullable(familyByHeading.get(id));
  }

  Set<String> keysOf(String family) {
    return keysByFamily.getOrDefault(family, Set.of());
  }

  private void read(Map<?, ?> list) {
    String id = required(list, "id").toString();
    String version = required(list, "version").toString();
    required(list, "source");
    Map<String, Group> headings = new LinkedHashMap<>();
    ((Map<?, ?>) required(list, "headings"))
        .forEach((family, names) -> read(new Group(id, version, "?"), family, names, headings));
    headingsByList.put(id, headings);
  }

  private void read(Group list, Object family, Object names, Map<String, Group> headings) {
    String code = family.toString();
    if (!families.contains(code)) {
      throw new IllegalStateException(
          "expected a family of families.yaml in list " + list.list() + ", found " + code);
    }
    for (String name : strings(names, list.list() + "/" + code)) {
      Group heading = new Group(list.list(), list.version(), name);
      if (headings.put(fold(name), heading) != null) {
        throw new IllegalStateException("expected " + name + " once in list " + list.list());
      }
      familyByHeading.put(heading, code);
      keysByFamily.computeIfAbsent(code, c -> new TreeSet<>()).add(heading.key());
    }
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<?, ?> document(String resource) {
    try (InputStream in = SubstanceLists.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + resource);
      }
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object required(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("expected '" + key + "' in a list of substances");
    }
    return value;
  }

  private static List<String> strings(Object value, String where) {
    if (!(value instanceof List<?> list)) {
      throw new IllegalStateException("expected a list of names at " + where);
    }
    List<String> names = new ArrayList<>();
    for (Object name : list) {
      names.add(String.valueOf(name));
    }
    return List.copyOf(names);
  }
}
