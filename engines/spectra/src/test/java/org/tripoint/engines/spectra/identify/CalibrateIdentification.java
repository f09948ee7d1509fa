package org.tripoint.engines.spectra.identify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tripoint.engines.spectra.identify.Trials.Left;
import org.tripoint.engines.spectra.identify.Trials.Side;
import org.tripoint.engines.spectra.identify.Trials.Trial;

/// Writes `calibration.properties` to standard output from the training side of the published
/// libraries: `tandem`, `electron` or, without an argument, both.
final class CalibrateIdentification {

  private static final double MARGIN = 0.05;

  /// Part of the substances of no family for which one may be named; 5 % are allowed.
  private static final Map<String, Double> FALSE_FAMILIES =
      Map.of(Calibration.TANDEM, 0.05, Calibration.ELECTRON, 0.035);

  /// Added to the part of spectra that have an ion, so that none is infinitely rare.
  private static final double RAREST = 0.003;

  private static final FamilyIons FAMILY_IONS = FamilyIons.shipped();

  private final Map<String, Double> numbers = new TreeMap<>();

  private CalibrateIdentification() {}

  public static void main(String[] arguments) throws IOException {
    var calibrate = new CalibrateIdentification();
    List<String> methods = List.of(arguments);
    if (methods.isEmpty() || methods.contains(Calibration.TANDEM)) {
      calibrate.method(Calibration.TANDEM, new Trials(PublicSpectra.tandem(), true), 1, 0.002);
    }
    if (methods.isEmpty() || methods.contains(Calibration.ELECTRON)) {
      calibrate.method(Calibration.ELECTRON, new Trials(PublicSpectra.electron(), false), 2, 0.013);
    }
    var text = new StringBuilder();
    text.append("# Written by CalibrateIdentification from the training side of the split that\n");
    text.append("# docs/design/spectra.md states. Weights are in the units of the traits.\n");
    text.append("version = 4\n");
    calibrate.numbers.forEach((key, number) ->
        text.append("%s = %s%n".formatted(key, String.format(Locale.ROOT, "%.5f", number))));
    System.out.print(text);
  }

  private void method(String method, Trials trials, int step, double falseIdentifications) {
    List<Trial> known = trials.of(Side.TRAINING, Left.KNOWN, 1);
    List<Trial> isomersOut = trials.of(Side.TRAINING, Left.UNKNOWN_WITH_ISOMERS, step);
    List<Trial> alone = trials.of(Side.TRAINING, Left.UNKNOWN_ALONE, step);
    if (method.equals(Calibration.ELECTRON)) {
      rank(known);
    }
    numbers.put(method + ".isomers.margin", MARGIN);
    numbers.put(method + ".single.gap", 0.02);
    List<Trial> kindred = trials.kindred(Side.TRAINING, 10, 0.98);
    List<Trial> all = new ArrayList<>(known);
    all.addAll(isomersOut);
    all.addAll(alone);
    fit(method, all, trial -> traits(method, trial), this::isRightOrIsomer);
    double accept = above(isomersOut, trial -> confidence(method, trial), falseIdentifications);
    // Strict beyond what isomers-out asks, as long as two in three knowns are still answered.
    double twoThirds = above(known, trial -> confidence(method, trial), 0.67);
    if (method.equals(Calibration.TANDEM)) {
      accept = Math.max(accept, twoThirds);
    }
    numbers.put(method + ".accept", accept);
    numbers.put(
        method + ".single", Math.max(accept, above(alone, trial -> single(method, trial), 0.015)));
    double ofFamily = above(kindred, trial -> confidence(method, trial), 0.015);
    numbers.put(method + ".accept.ofFamily", Math.max(accept, ofFamily));
    if (method.equals(Calibration.TANDEM)) {
      rarities(isomersOut);
      kin(kindred, isomersOut);
    }
    family(method, trials.ofFamilies(Side.TRAINING, 10, 0.98), isomersOut);
    if (method.equals(Calibration.TANDEM)) {
      together(trials.together(Side.TRAINING, 10, 1));
    }
  }

  /// Weights in units of a likeness: those of the two cosines add up to 1.
  private void rank(List<Trial> known) {
    List<RankModel.Choice> choices = new ArrayList<>();
    for (Trial trial : known) {
      List<Boolean> right =
          trial.findings().likely().stream()
              .map(one -> one.reference().structure().equals(trial.truth().structure()))
              .toList();
      if (right.contains(true) && right.contains(false)) {
        choices.add(
            new RankModel.Choice(
                trial.findings().likely().stream().map(Traits::electronRank).toList(), right));
      }
    }
    Map<String, Double> weights = RankModel.fit(choices);
    double unit = weights.get("common") + weights.get("end");
    weights.forEach(
        (name, weight) -> numbers.put(Calibration.ELECTRON_RANK + ".trait." + name, weight / unit));
  }

  /// How rare the ions of families are among substances of none.
  private void rarities(List<Trial> unknowns) {
    List<Set<String>> found =
        unknowns.stream()
            .filter(trial -> trial.truth().family() == null)
            .map(trial -> FAMILY_IONS.partsOf(trial.query().spectrum()).keySet())
            .toList();
    for (String ion : FAMILY_IONS.ions()) {
      double part = (double) found.stream().filter(one -> one.contains(ion)).count() / found.size();
      numbers.put(FamilyIons.rarityOf(ion), -Math.log(part + RAREST));
    }
  }

  /// For families whose ions are not known: the nearest family by likeness alone.
  private void kin(List<Trial> kindred, List<Trial> unknowns) {
    String question = Calibration.TANDEM + ".kin";
    List<Trial> strangers =
        unknowns.stream().filter(trial -> trial.truth().family() == null).toList();
    List<Trial> all = new ArrayList<>(kindred);
    all.addAll(strangers);
    all.removeIf(trial -> trial.findings().kin().isEmpty());
    Logistic.fit(
            all.stream().map(CalibrateIdentification::kinTraits).toList(),
            all.stream().map(trial -> nearest(trial).equals(trial.truth().family())).toList())
        .forEach((name, weight) -> numbers.put(question + "." + name, weight));
    Calibration calibration = calibration();
    Function<Trial, Double> confidence =
        trial ->
            trial.findings().kin().isEmpty()
                ? 0.0
                : calibration.confidence(question, kinTraits(trial));
    numbers.put(
        question + ".accept", above(strangers, confidence, falseFamilies(Calibration.TANDEM)));
  }

  private static double falseFamilies(String method) {
    return Objects.requireNonNull(FALSE_FAMILIES.get(method));
  }

  private static Map<String, Double> kinTraits(Trial trial) {
    return Traits.family(trial.findings(), nearest(trial));
  }

  private static String nearest(Trial trial) {
    Kin kin = trial.findings().kin().values().stream().reduce(Kin::better).orElseThrow();
    return String.valueOf(kin.reference().family());
  }

  private void family(String method, List<Trial> ofFamilies, List<Trial> unknowns) {
    List<Trial> strangers =
        unknowns.stream().filter(trial -> trial.truth().family() == null).toList();
    List<Trial> all = new ArrayList<>(ofFamilies);
    all.addAll(strangers);
    String question = method + ".family";
    List<Map<String, Double>> rows = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    for (Trial trial : all) {
      familyTraits(method, trial)
          .forEach((family, traits) -> {
            rows.add(traits);
            right.add(family.equals(trial.truth().family()));
          });
    }
    Logistic.fit(rows, right).forEach((name, weight) -> numbers.put(question + "." + name, weight));
    Calibration calibration = calibration();
    Function<Trial, Double> confidence =
        trial ->
            familyTraits(method, trial).values().stream()
                .mapToDouble(traits -> calibration.confidence(question, traits))
                .max()
                .orElse(0);
    numbers.put(question + ".accept", above(strangers, confidence, falseFamilies(method)));
  }

  /// Several spectra of one substance are asked more than one is: each is a chance to be wrong.
  private void together(List<List<Trial>> substances) {
    numbers.put(Identify.TOGETHER, 0.0);
    Identify identify = new Identify(calibration(), DiagnosticIons.shipped());
    double[] sorted =
        substances.stream()
            .filter(trials -> trials.getFirst().truth().family() == null)
            .mapToDouble(trials ->
                identify.familySums(searched(trials)).values().stream()
                    .mapToDouble(sum -> sum)
                    .max()
                    .orElse(-1_000))
            .sorted()
            .toArray();
    int allowed = (int) (falseFamilies(Calibration.TANDEM) * sorted.length);
    numbers.put(Identify.TOGETHER, Math.nextUp(sorted[sorted.length - 1 - allowed]) + 5e-6);
  }

  static List<Identify.Searched> searched(List<Trial> trials) {
    return trials.stream()
        .map(trial -> new Identify.Searched(trial.query().spectrum(), trial.findings()))
        .toList();
  }

  private void fit(
      String question,
      List<Trial> trials,
      Function<Trial, Map<String, Double>> traits,
      Function<Trial, Boolean> right) {
    List<Trial> found =
        trials.stream().filter(trial -> !trial.findings().likely().isEmpty()).toList();
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
    List<Candidate> candidates = Traits.candidates(trial.findings(), calibration());
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

  private Map<String, Double> traits(String method, Trial trial) {
    List<Candidate> candidates = Traits.candidates(trial.findings(), calibration());
    return method.equals(Calibration.TANDEM)
        ? Traits.tandem(trial.query().spectrum(), trial.findings(), candidates, MARGIN)
        : Traits.electron(trial.query().spectrum(), trial.findings(), candidates, MARGIN);
  }

  /// Traits of every family that a trial could be of.
  private Map<String, Map<String, Double>> familyTraits(String method, Trial trial) {
    Map<String, Map<String, Double>> traits = new TreeMap<>();
    if (method.equals(Calibration.ELECTRON)) {
      for (String family : trial.findings().kin().keySet()) {
        traits.put(family, Traits.family(trial.findings(), family));
      }
      return traits;
    }
    Map<String, FamilyIons.Found> found = FAMILY_IONS.find(trial.query().spectrum(), calibration());
    Set<String> families = new TreeSet<>(FAMILY_IONS.families());
    families.addAll(trial.findings().kin().keySet());
    for (String family : families) {
      traits.put(family, Traits.family(trial.query().spectrum(), trial.findings(), family, found));
    }
    return traits;
  }

  private boolean isRightOrIsomer(Trial trial) {
    List<Candidate> candidates = Traits.candidates(trial.findings(), calibration());
    return Traits.alike(candidates, MARGIN).stream()
        .anyMatch(other -> other.reference().structure().equals(trial.truth().structure()));
  }
}
