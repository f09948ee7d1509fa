package org.tripoint.engines.surveillance.nowcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Nowcast of figures of which only totals are known, by how such figures were revised before.
///
/// Upward and downward revisions alike: the settled figure over the one shown, on the log scale, by
/// age. With something that tells how much is pending, see [PendingRegression].
public final class RevisionNowcast {

  /// Fewest revisions of an age that say anything of it.
  public static final int LEAST = 8;

  private final Map<Integer, WeightedRatios> byAge;
  private final int settledAge;

  private RevisionNowcast(Map<Integer, WeightedRatios> byAge, int settledAge) {
    this.byAge = byAge;
    this.settledAge = settledAge;
  }

  /// A figure as it was shown at an age, and as it settled.
  ///
  /// @param age periods since the event period when it was shown
  /// @param shown above 0
  /// @param settled above 0
  public record Revision(int age, double shown, double settled) {

    public Revision {
      if (age < 0 || !(shown > 0) || !(settled > 0)) {
        throw new IllegalArgumentException("expected an age of 0 or more and figures above 0");
      }
    }
  }

  /// Learns from past revisions.
  ///
  /// @param settledAge the age from which a figure is final
  public static RevisionNowcast of(List<Revision> revisions, int settledAge) {
    Map<Integer, List<WeightedRatios.Ratio>> logs = new TreeMap<>();
    for (Revision revision : revisions) {
      logs.computeIfAbsent(revision.age(), age -> new ArrayList<>())
          .add(new WeightedRatios.Ratio(Math.log(revision.settled() / revision.shown()), 1));
    }
    Map<Integer, WeightedRatios> byAge = new TreeMap<>();
    logs.forEach((age, ratios) -> byAge.put(age, new WeightedRatios(ratios)));
    return new RevisionNowcast(byAge, settledAge);
  }

  /// What a figure of some age will become; unchanged when it is final or too little is known, and
  /// in the latter case not final.
  public Nowcast of(int period, int age, double shown) {
    if (age >= settledAge) {
      return Nowcast.complete(period, age, shown);
    }
    WeightedRatios ratios = byAge.get(age);
    if (ratios == null || ratios.size() < LEAST) {
      return Nowcast.unknown(period, age, shown);
    }
    return ratios.scaled(period, age, shown, 1);
  }
}
