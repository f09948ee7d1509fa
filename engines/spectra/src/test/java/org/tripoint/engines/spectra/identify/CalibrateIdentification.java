package org.tripoint.engines.spectra.identify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tripoint.engines.spectra.identify.Trials.Left;
import org.tripoint.engines.spectra.identify.Trials.Side;
import org.tripoint.engines.spectra.identify.Trials.Trial;

/// Writes `calibration.properties` to standard output from the training side of the published
/// libraries.
final class CalibrateIdentification {

  private static final double MARGIN = 0.05;

  private final Map<String, Double> numbers = new TreeMap<>();

  private CalibrateIdentification() {}

  public static void main(String[] arguments) throws IOException {
    var calibrate = new CalibrateIdentification();
    calibrate.method(Calibration.TANDEM, new Trials(PublicSpectra.tandem(), true), 1, 0.002);
    calibrate.method(Calibration.ELECTRON, new Trials(PublicSpectra.electron(), false), 2, 0.015);
    var text = new StringBuilder();
    text.append("# Written by CalibrateIdentification from the training side of the split that\n");
    text.append("# docs/design/spectra.md states. Weights are in the units of the traits.\n");
    text.append("version = 1\n");
    calibrate.numbers.forEach((key, number) ->
        text.append("%s = %s%n".formatted(key, String.format(Locale.ROOT, "%.5f", number))));
    System.out.print(text);
  }

  private void method(String method, Trials trials, int step, double falseIdentifications) {
    List<Trial> known = trials.of(Side.TRAINING, Left.KNOWN, 1);
    List<Trial> isomersOut = trials.of(Side.TRAINING, Left.UNKNOWN_WITH_ISOMERS, step);
    List<Trial> alone = trials.of(Side.TRAINING, Left.UNKNOWN_ALONE, step);
    numbers.put(method + ".isomers.margin", MARGIN);
    numbers.put(method + ".single.gap", 0.02);
    List<Trial> all = new ArrayList<>(known);
    all.addAll(isomersOut);
    all.addAll(alone);
    fit(method, all, trial -> traits(method, trial), CalibrateIdentification::isRightOrIsomer);
    double accept = above(isomersOut, trial -> confidence(method, trial), falseIdentifications);
    // Strict beyond what isomers-out asks, as long as two in three knowns are still answered.
    double twoThirds = above(known, trial -> confidence(method, trial), 0.67);
    if (method.equals(Calibration.TANDEM)) {
      accept = Math.max(accept, twoThirds);
    }
    numbers.put(method + ".accept", accept);
    numbers.put(
        method + ".single", Math.max(accept, above(alone, trial -> single(method, trial), 0.015)));
    family(method, trials.kindred(Side.TRAINING, 10, 0.98), isomersOut);
  }

  private void family(String method, List<Trial> kindred, List<Trial> unknowns) {
    List<Trial> strangers =
        unknowns.stream().filter(trial -> trial.truth().family() == null).toList();
    List<Trial> all = new ArrayList<>(kindred);
    all.addAll(strangers);
    String question = method + ".family";
    fit(
        question,
        all.stream().filter(trial -> !trial.findings().kin().isEmpty()).toList(),
        CalibrateIdentification::familyTraits,
        trial -> nearest(trial).reference().family().equals(trial.truth().family()));
    Function<Trial, Double> confidence =
        trial ->
            trial.findings().kin().isEmpty()
                ? 0.0
                : calibration().confidence(question, familyTraits(trial));
    numbers.put(question + ".accept", above(strangers, confidence, 0.03));
  }

  private void fit(
      String question,
      List<Trial> trials,
      Function<Trial, Map<String, Double>> traits,
      Function<Trial, Boolean> right) {
    List<Trial> found =
        trials.stream()
            .filter(trial -> question.endsWith("family") || !trial.findings().likely().isEmpty())
            .toList();
    Logistic.fit(found.stream().map(traits).toList(), found.stream().map(right).toList())
        .forEach((name, weight) -> numbers.put(question + "." + name, weight));
  }

  /// The least confidence that at most a part of the trials reaches.
  private static double above(List<Trial> trials, Function<Trial, Double> confidence, double part) {
    double[] sorted = trials.stream().mapToDouble(confidence::apply).sorted().toArray();
    return Math.nextUp(sorted[sorted.length - 1 - (int) (part * sorted.length)]) + 5e-6;
  }

  private double confidence(String method, Trial trial) {
    return trial.findings().likely().isEmpty()
        ? 0
        : calibration().confidence(method, traits(method, trial));
  }

  /// The confidence where the answer would be one structure, else 0.
  private double single(String method, Trial trial) {
    List<Candidate> candidates = Traits.candidates(trial.findings());
    return candidates.isEmpty() || Traits.alike(candidates, MARGIN).size() > 1
        ? 0
        : confidence(method, trial);
  }

  private Calibration calibration() {
    var text = new StringBuilder("version = 0\n");
    numbers.forEach((key, number) -> text.append(key).append(" = ").append(number).append('\n'));
    try {
      return Calibration.read(
          new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Double> traits(String method, Trial trial) {
    List<Candidate> candidates = Traits.candidates(trial.findings());
    return method.equals(Calibration.TANDEM)
        ? Traits.tandem(trial.query().spectrum(), trial.findings(), candidates, MARGIN)
        : Traits.electron(trial.query().spectrum(), candidates, MARGIN);
  }

  private static Map<String, Double> familyTraits(Trial trial) {
    return Traits.family(trial.findings(), nearest(trial));
  }

  private static Kin nearest(Trial trial) {
    return trial.findings().kin().values().stream().reduce(Kin::better).orElseThrow();
  }

  private static boolean isRightOrIsomer(Trial trial) {
    List<Candidate> candidates = Traits.candidates(trial.findings());
    return Traits.alike(candidates, MARGIN).stream()
        .anyMatch(other -> other.reference().structure().equals(trial.truth().structure()));
  }
}
