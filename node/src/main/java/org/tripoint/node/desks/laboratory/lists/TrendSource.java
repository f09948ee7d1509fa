package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tripoint.node.desks.laboratory.DrugCheckSample;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube.Fact;
import org.tripoint.vocabulary.Kind;

/// A kind of record whose samples trends count.
///
/// @param word that the names of its cubes begin with
/// @param sample the sample in a record; empty where it is none that counts
record TrendSource<T extends Record>(
    String word, Kind<T> kind, Function<T, Optional<Analysed>> sample) {

  /// The measure of every cube of trends.
  static final String SAMPLES = "results";

  static final TrendSource<LabResult> RESULTS =
      new TrendSource<>("lab", LabResult.KIND, result -> Optional.of(Analysed.of(result)));

  static final TrendSource<DrugCheckSample> CHECKS =
      new TrendSource<>("check", DrugCheckSample.KIND, Analysed::of);

  /// The kind that tells of samples of this origin.
  static TrendSource<?> of(String origin) {
    return origin.equals(ReadTrends.INFRARED) ? CHECKS : RESULTS;
  }

  /// The name of one of its cubes.
  String cube(String what) {
    return word + "-" + what;
  }

  /// Facts of the sample that a version tells of.
  List<Fact> facts(RecordVersion version, Function<Analysed, List<Fact>> counted) {
    return version.content(kind).flatMap(sample).map(counted).orElse(List.of());
  }

  /// One sample more, at its area and origin and these values.
  static Fact one(Analysed sample, Map<String, String> at) {
    Map<String, String> all = new TreeMap<>(at);
    all.put("area", sample.area());
    all.put("origin", sample.origin());
    return new Fact(YearMonth.from(sample.day()), all, Map.of(SAMPLES, BigDecimal.ONE));
  }
}
