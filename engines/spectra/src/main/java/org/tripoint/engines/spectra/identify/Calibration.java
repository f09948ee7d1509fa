package org.tripoint.engines.spectra.identify;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// The thresholds of identification: a versioned file of numbers that a training run wrote.
///
/// Each question is answered by a logistic model over named traits, `method.question.trait =
/// weight`, and a least confidence. What the traits are is said where they are taken; a trait that
/// the file does not name counts nothing, a name that nothing takes is refused.
public final class Calibration {

  /// The question whether a candidate is the substance or an isomer of it, for fragment spectra.
  static final String TANDEM = "tandem";

  /// The question whether a family whose ions are known is right, for fragment spectra.
  static final String TANDEM_FAMILY = "tandem.family";

  /// The first question for electron ionisation.
  static final String ELECTRON = "electron";

  /// By what spectra of electron ionisation are ordered.
  static final String ELECTRON_RANK = "electron.rank";

  private static final String TRAIT = ".trait.";

  private final String version;
  private final Map<String, Double> numbers;

  /// Weights by trait, by question.
  private final Map<String, Map<String, Double>> weights = new TreeMap<>();

  private Calibration(String version, Map<String, Double> numbers) {
    this.version = version;
    this.numbers = Map.copyOf(numbers);
    numbers.forEach((key, number) -> {
      int trait = key.indexOf(TRAIT);
      if (trait > 0) {
        weights
            .computeIfAbsent(key.substring(0, trait), question -> new TreeMap<>())
            .put(key.substring(trait + TRAIT.length()), number);
      }
    });
  }

  /// The calibration that ships with the engine.
  public static Calibration shipped() {
    try (InputStream file = Calibration.class.getResourceAsStream("calibration.properties")) {
      if (file == null) {
        throw new IllegalStateException("expected calibration.properties beside the class");
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read calibration.properties", e);
    }
  }

  /// Reads a file of `key = number` with one `version`.
  ///
  /// @throws IllegalArgumentException if a value is not a number or the version is missing
  public static Calibration read(InputStream file) throws IOException {
    var read = new Properties();
    read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    String version = read.getProperty("version", "").strip();
    if (version.isEmpty()) {
      throw new IllegalArgumentException("expected a version in the calibration, found none");
    }
    Map<String, Double> numbers = new TreeMap<>();
    for (String key : read.stringPropertyNames()) {
      if (!key.equals("version")) {
        numbers.put(key, number(key, read.getProperty(key)));
      }
    }
    return new Calibration(version, numbers);
  }

  private static double number(String key, String text) {
    try {
      double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as for infinity.
    }
    throw new IllegalArgumentException(
        "expected a number for %s in the calibration, found '%s'".formatted(key, text));
  }

  public String version() {
    return version;
  }

  /// A threshold.
  ///
  /// @throws IllegalArgumentException if the file does not have it
  double get(String key) {
    Double number = numbers.get(key);
    if (number == null) {
      throw new IllegalArgumentException("expected " + key + " in the calibration, found none");
    }
    return number;
  }

  /// The confidence that a question's model gives to traits, from 0 to 1.
  double confidence(String question, Map<String, Double> traits) {
    return 1 / (1 + Math.exp(-get(question + ".bias") - sum(question, traits)));
  }

  /// The sum of traits times their weights.
  double sum(String question, Map<String, Double> traits) {
    double sum = 0;
    for (Map.Entry<String, Double> weight : weights.getOrDefault(question, Map.of()).entrySet()) {
      Double trait = traits.get(weight.getKey());
      if (trait == null) {
        throw new IllegalArgumentException(
            "nothing takes the trait " + question + TRAIT + weight.getKey());
      }
      sum += weight.getValue() * trait;
    }
    return sum;
  }
}
