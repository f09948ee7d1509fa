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
import java.util.stream.Stream;

/// Substances by key and by name. Does not change; fit for any number of threads.
public final class Registry {

  /// Words that say: which isomer was not told apart.
  private static final String UNSPECIFIED =
      "(?i)[,;(\\s-]*(?:isomers?|is[oó]meros?|isom[eè]res?)?\\s*(?:unspecified|undetermined|not"
          + " specified|no especificado|no determinado|sin especificar|non pr[eé]cis[eé]|non"
          + " d[eé]termin[eé]|unknown isomer)[)\\s]*$";

  /// Letters from which a name that is known is held against those a slip away; shorter ones are
  /// like many.
  private static final int SHORTEST_KNOWN = 8;

  /// The same for a name that nothing bears, where a suggestion helps and misleads nobody.
  private static final int SHORTEST_UNKNOWN = 5;

  private final List<Substance> substances;
  private final Map<String, Substance> byId = new LinkedHashMap<>();
  private final Map<String, List<Substance>> bySkeleton = new HashMap<>();
  private final Map<String, Set<Substance>> byName = new HashMap<>();
  private final Map<String, Set<Substance>> byStreet = new HashMap<>();
  private final Map<String, IsomerFamily> families = new HashMap<>();
  private final Map<String, List<String>> isomerFamilies;

  /// A name that several isomers share, such as fluorofentanyl.
  record IsomerFamily(String family, List<Substance> members) {}

  /// @param isomerFamilies ids by the names that the isomers share, separated by semicolons; the
  ///   first is the one that is shown
  Registry(List<Substance> substances, Map<String, List<String>> isomerFamilies) {
    this.substances = List.copyOf(substances);
    this.isomerFamilies = Map.copyOf(isomerFamilies);
    for (Substance one : substances) {
      if (byId.put(one.id(), one) != null) {
        throw new IllegalArgumentException("expected each id once, found " + one.id() + " again");
      }
      bySkeleton.computeIfAbsent(one.skeleton(), key -> new ArrayList<>()).add(one);
      one.names().forEach(name -> add(byName, name, one));
      one.cas().ifPresent(cas -> add(byName, cas.text(), one));
      one.street().forEach(name -> add(byStreet, name, one));
    }
    isomerFamilies.forEach((names, ids) -> {
      String[] all = names.split(";", -1);
      List<Substance> members = ids.stream().map(id -> findById(id).orElseThrow()).toList();
      for (String name : all) {
        families.put(NameKey.of(name), new IsomerFamily(all[0], members));
      }
    });
  }

  private static void add(Map<String, Set<Substance>> names, String name, Substance one) {
    names.computeIfAbsent(NameKey.of(name), key -> new LinkedHashSet<>()).add(one);
  }

  /// The same with more behind it, such as those that people added.
  ///
  /// @throws IllegalArgumentException if an id is there already
  public Registry plus(List<Substance> more) {
    List<Substance> all = new ArrayList<>(substances);
    all.addAll(more);
    return new Registry(all, isomerFamilies);
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

  /// The name that the substance shares with its positional isomers, such as fluorofentanyl.
  public Optional<String> findIsomerFamily(Substance one) {
    return families.values().stream()
        .filter(family -> family.members().contains(one))
        .map(IsomerFamily::family)
        .findFirst();
  }

  /// Substances with some name, of the street or not, or a CAS number that holds these words; those
  /// whose name begins with them first. Ways of writing count no more than in [#lookUp].
  public List<Substance> listNamedLike(String words) {
    String key = NameKey.of(words);
    if (key.isEmpty()) {
      return List.of();
    }
    Set<Substance> beginning = new LinkedHashSet<>();
    Set<Substance> holding = new LinkedHashSet<>();
    for (Map<String, Set<Substance>> names : List.of(byName, byStreet)) {
      names.forEach((name, named) -> {
        if (name.startsWith(key)) {
          beginning.addAll(named);
        } else if (name.contains(key)) {
          holding.addAll(named);
        }
      });
    }
    holding.removeAll(beginning);
    List<Substance> found = new ArrayList<>();
    Stream.of(beginning, holding)
        .forEach(
            some -> some.stream().sorted(Comparator.comparing(Substance::id)).forEach(found::add));
    return found;
  }

  /// What a name means. Never chooses: what is near is told, not taken.
  ///
  /// A name with others in brackets behind it means what it means without them, unless one of them
  /// means something else; where it means nothing, what at least two of them agree on.
  public Meaning lookUp(String name) {
    Meaning whole = known(name);
    List<String> names = NameKey.withOthers(name);
    if (!(whole instanceof Meaning.Unknown) || names.size() == 1) {
      return whole;
    }
    Meaning first = known(names.getFirst());
    List<Meaning> others =
        names.subList(1, names.size()).stream()
            .map(this::known)
            .filter(other -> !meant(other).isEmpty())
            .toList();
    if (first instanceof Meaning.Unknown) {
      return others.size() >= 2 && agree(others) ? others.getFirst() : whole;
    }
    List<Meaning> all = new ArrayList<>(others);
    all.addFirst(first);
    return meant(first).isEmpty() || agree(all) ? first : several(all);
  }

  private Meaning known(String name) {
    Optional<Meaning> exact = exact(name, Optional.empty());
    if (exact.isPresent()) {
      return exact.get();
    }
    Optional<Meaning> base =
        NameKey.withoutSalt(name).flatMap(parts -> exact(parts[0], Optional.of(parts[1])));
    return base.orElseGet(
        () -> new Meaning.Unknown(near(NameKey.of(name), Set.of(), SHORTEST_UNKNOWN)));
  }

  /// The substance, or the isomers left open; none where a person has to choose.
  private static List<Substance> meant(Meaning meaning) {
    return switch (meaning) {
      case Meaning.One one -> List.of(one.substance());
      case Meaning.IsomerUnspecified isomers -> isomers.members();
      case Meaning.Several _, Meaning.Unknown _ -> List.of();
    };
  }

  private static boolean agree(List<Meaning> meanings) {
    return meanings.stream().map(Registry::meant).distinct().count() == 1;
  }

  private static Meaning several(List<Meaning> meanings) {
    return new Meaning.Several(
        meanings.stream().flatMap(one -> meant(one).stream()).distinct().toList(), false);
  }

  private Optional<Meaning> exact(String name, Optional<String> salt) {
    String key = NameKey.of(name);
    Set<Substance> named = byName.getOrDefault(key, Set.of());
    if (named.stream().map(Substance::inchiKey).distinct().count() > 1) {
      return Optional.of(new Meaning.Several(List.copyOf(named), false));
    }
    if (!named.isEmpty()) {
      List<Substance> near = near(key, named, SHORTEST_KNOWN);
      return Optional.of(new Meaning.One(named.iterator().next(), salt, near));
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

  /// Other substances with a name within a slip of the pen: one letter, two in a name of at least
  /// twelve.
  private List<Substance> near(String key, Set<Substance> without, int shortest) {
    if (key.length() < shortest) {
      return List.of();
    }
    Set<Substance> near = new LinkedHashSet<>();
    byName.forEach((name, named) -> {
      if (name.length() >= shortest
          && !name.equals(key)
          && Slip.within(name, key, key.length() < 12 ? 1 : 2)) {
        near.addAll(named);
      }
    });
    near.removeAll(without);
    return near.stream().sorted(Comparator.comparing(Substance::id)).toList();
  }
}
