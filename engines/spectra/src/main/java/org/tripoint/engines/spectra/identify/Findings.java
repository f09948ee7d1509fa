package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;

/// Everything that was found in libraries for one query, before anything is concluded.
///
/// Findings of two libraries joined are the findings of both libraries together: that is how a kept
/// unknown is looked at again at the cost of what is new.
///
/// @param likely best first, of equals the lower entry first; at most [#MOST]
/// @param kin the best of each family, by name of the family
/// @param stranger the best of no family
public record Findings(List<Likely> likely, Map<String, Kin> kin, Optional<Kin> stranger) {

  /// More than any compound has spectra in one library.
  static final int MOST = 300;

  private static final Comparator<Likely> BEST_FIRST =
      Comparator.comparingDouble(Likely::score).reversed().thenComparingInt(Likely::entry);

  /// Nothing was found, or nothing was searched.
  public static final Findings NONE = new Findings(List.of(), Map.of(), Optional.empty());

  public Findings {
    likely = likely.stream().sorted(BEST_FIRST).limit(MOST).toList();
    kin = Map.copyOf(kin);
  }

  /// Adds the best of each family.
  ///
  /// @param scores how like each of `shelved` is
  /// @param heavier by how much the query's precursor is heavier than theirs, Da
  static Findings of(
      List<Likely> likely,
      List<Shelved> shelved,
      float[] scores,
      IntToDoubleFunction heavier,
      Predicate<Reference> asked) {
    Map<String, Kin> kin = new TreeMap<>();
    Optional<Kin> stranger = Optional.empty();
    for (int i = 0; i < scores.length; i++) {
      Reference reference = shelved.get(i).reference();
      String family = reference.family();
      Kin best = family == null ? stranger.orElse(null) : kin.get(family);
      if (scores[i] > (best == null ? 0 : best.score()) && asked.test(reference)) {
        var found =
            new Kin(reference, shelved.get(i).number(), scores[i], heavier.applyAsDouble(i));
        if (family == null) {
          stranger = Optional.of(found);
        } else {
          kin.put(family, found);
        }
      }
    }
    return new Findings(likely, kin, stranger);
  }

  /// What searching both libraries together would have found.
  public Findings joined(Findings other) {
    List<Likely> all = new ArrayList<>(likely);
    all.addAll(other.likely);
    Map<String, Kin> families = new TreeMap<>(kin);
    other.kin.forEach((family, found) -> families.merge(family, found, Kin::better));
    Optional<Kin> strangers =
        stranger.isEmpty()
            ? other.stranger
            : stranger.map(own -> other.stranger.map(their -> Kin.better(own, their)).orElse(own));
    return new Findings(all, families, strangers);
  }
}
