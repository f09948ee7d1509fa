package org.tripoint.engines.chemistry.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Substances by key and by name. Does not change; fit for any number of threads.
public final class Registry {

  /// Words that say: which isomer was not told apart.
  private static final String UNSPECIFIED =
      "(?i)[,;(\\s-]*(?:isomers?|is[oó]meros?|isom[eè]res?)?\\s*(?:unspecified|not specified|no"
          + " especificado|sin especificar|non pr[eé]cis[eé]|unknown isomer)[)\\s]*$";

  private final List<Substance> substances;
  private final Map<String, Substance> byId = new LinkedHashMap<>();
  private final Map<String, List<Substance>> bySkeleton = new HashMap<>();
  private final Map<String, Set<Substance>> byName = new HashMap<>();
  private final Map<String, Set<Substance>> byStreet = new HashMap<>();
  private final Map<String, IsomerFamily> families = new HashMap<>();

  /// A name that several isomers share, such as fluorofentanyl.
  record IsomerFamily(String family, List<Substance> members) {}

  Registry(List<Substance> substances, Map<String, List<String>> isomerFamilies) {
    this.substances = List.copyOf(substances);
    for (Substance one : substances) {
      if (byId.put(one.id(), one) != null) {
        throw new IllegalArgumentException("expected each id once, found " + one.id() + " again");
      }
      bySkeleton.computeIfAbsent(one.skeleton(), key -> new ArrayList<>()).add(one);
      one.names().forEach(name -> add(byName, name, one));
      one.cas().ifPresent(cas -> add(byName, cas.text(), one));
      one.street().forEach(name -> add(byStreet, name, one));
    }
    isomerFamilies.forEach((family, ids) ->
        families.put(
            NameKey.of(family),
            new IsomerFamily(family, ids.stream().map(id -> findById(id).orElseThrow()).toList())));
  }

  private static void add(Map<String, Set<Substance>> names, String name, Substance one) {
    names.computeIfAbsent(NameKey.of(name), key -> new LinkedHashSet<>()).add(one);
  }

  /// All, in the order of the files.
  public List<Substance> substances() {
    return substances;
  }

  public Optional<Substance> findById(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The substance with exactly this key.
  public Optional<Substance> findByKey(String inchiKey) {
    return listBySkeleton(inchiKey.substring(0, Math.min(14, inchiKey.length()))).stream()
        .filter(one -> one.inchiKey().equals(inchiKey))
        .findFirst();
  }

  /// Every stereoisomer of a skeleton that is in the registry; may be empty.
  public List<Substance> listBySkeleton(String skeleton) {
    return bySkeleton.getOrDefault(skeleton, List.of());
  }

  /// What a name means. Never chooses: what is near is told, not taken.
  public Meaning lookUp(String name) {
    Optional<Meaning> exact = exact(name, Optional.empty());
    if (exact.isPresent()) {
      return exact.get();
    }
    Optional<Meaning> base =
        NameKey.withoutSalt(name).flatMap(parts -> exact(parts[0], Optional.of(parts[1])));
    return base.orElseGet(() -> new Meaning.Unknown(near(NameKey.of(name), Set.of())));
  }

  private Optional<Meaning> exact(String name, Optional<String> salt) {
    String key = NameKey.of(name);
    Set<Substance> named = byName.getOrDefault(key, Set.of());
    if (named.size() > 1) {
      return Optional.of(new Meaning.Several(List.copyOf(named), false));
    }
    if (named.size() == 1) {
      return Optional.of(new Meaning.One(named.iterator().next(), salt, near(key, named)));
    }
    IsomerFamily family =
        Optional.ofNullable(families.get(key))
            .orElse(families.get(NameKey.of(name.replaceAll(UNSPECIFIED, ""))));
    if (family != null) {
      return Optional.of(new Meaning.IsomerUnspecified(family.family(), family.members()));
    }
    Set<Substance> street = byStreet.getOrDefault(key, Set.of());
    return street.isEmpty()
        ? Optional.empty()
        : Optional.of(new Meaning.Several(List.copyOf(street), true));
  }

  /// Other substances with a name within a slip of the pen: one letter in a name of at least eight,
  /// two in a name of at least twelve.
  private List<Substance> near(String key, Set<Substance> without) {
    if (key.length() < 8) {
      return List.of();
    }
    Set<Substance> near = new LinkedHashSet<>();
    byName.forEach((name, named) -> {
      if (name.length() >= 8
          && !name.equals(key)
          && Slip.within(name, key, key.length() < 12 ? 1 : 2)) {
        near.addAll(named);
      }
    });
    near.removeAll(without);
    return near.stream().sorted(Comparator.comparing(Substance::id)).toList();
  }
}
