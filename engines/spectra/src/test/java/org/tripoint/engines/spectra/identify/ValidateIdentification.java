package org.tripoint.engines.spectra.identify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.identify.Trials.Left;
import org.tripoint.engines.spectra.identify.Trials.Side;
import org.tripoint.engines.spectra.identify.Trials.Trial;

/// What identification is worth on the validation side: counts with 95 % intervals (Wilson).
final class ValidateIdentification {

  private static final Identify IDENTIFY =
      new Identify(Calibration.shipped(), DiagnosticIons.shipped());

  private ValidateIdentification() {}

  /// One line of the table: so many of so many.
  record Line(String method, String what, long count, long of) {

    double part() {
      return of == 0 ? 0 : (double) count / of;
    }

    /// An end of the Wilson interval.
    ///
    /// @param sign -1 for the lower end, 1 for the upper
    double end(int sign) {
      double z = 1.959964;
      double n = Math.max(1, of);
      double middle = part() + z * z / (2 * n);
      double half = z * Math.sqrt(part() * (1 - part()) / n + z * z / (4 * n * n));
      return (middle + sign * half) / (1 + z * z / n);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %s | %s | %d | %.3f | %.3f to %.3f |",
          method,
          what,
          of,
          part(),
          end(-1),
          end(1));
    }
  }

  private record Answered(Trial trial, Answer answer) {

    boolean names() {
      return answer instanceof Answer.Identified || answer instanceof Answer.OneOfIsomers;
    }

    boolean namesOne() {
      return answer instanceof Answer.Identified;
    }

    boolean isRight() {
      return switch (answer) {
        case Answer.Identified(var candidate, var _) -> isTruth(candidate);
        case Answer.OneOfIsomers(var candidates, var _) ->
            candidates.stream().anyMatch(this::isTruth);
        case Answer.FamilyOnly(var _, var _), Answer.Unknown(var _) -> false;
      };
    }

    private boolean isTruth(Candidate candidate) {
      return candidate.reference().structure().equals(trial.truth().structure());
    }

    boolean ranksFirst() {
      List<Candidate> candidates = answer.evidence().candidates();
      return !candidates.isEmpty() && isTruth(candidates.getFirst());
    }

    boolean isOfFamily() {
      return answer instanceof Answer.FamilyOnly(var family, var _)
          && family.equals(trial.truth().family());
    }

    boolean isOfOtherFamily() {
      return answer instanceof Answer.FamilyOnly(var family, var _)
          && !family.equals(trial.truth().family());
    }

    boolean pointsToFamily() {
      return isOfFamily()
          || (names()
              && Objects.equals(
                  answer.evidence().candidates().getFirst().reference().family(),
                  trial.truth().family()));
    }

    boolean alarms() {
      return answer instanceof Answer.FamilyOnly;
    }

    /// Whether all that is named has the composition of the truth.
    boolean hasTheFormula() {
      return answer.evidence().candidates().getFirst().reference().isIsomerOf(trial.truth());
    }
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println("| method | what | N | part | 95 % interval |\n|---|---|---|---|---|");
    List<String> methods = List.of(arguments);
    if (methods.isEmpty() || methods.contains(Calibration.TANDEM)) {
      tandem(new Trials(PublicSpectra.tandem(), true), 1).forEach(System.out::println);
    }
    if (methods.isEmpty() || methods.contains(Calibration.ELECTRON)) {
      electron(new Trials(PublicSpectra.electron(), false), 1).forEach(System.out::println);
    }
  }

  /// @param step every how many queries one is asked
  static List<Line> tandem(Trials trials, int step) {
    return lines("LC", trials, step, 1.1);
  }

  /// As [#tandem].
  static List<Line> electron(Trials trials, int step) {
    return lines("EI", trials, step, 0.98);
  }

  private static List<Line> lines(String method, Trials trials, int step, double nearlySame) {
    List<Line> lines = new ArrayList<>();
    List<Answered> known = answered(trials.of(Side.VALIDATION, Left.KNOWN, step));
    lines.add(line(method, "known: first hit is the compound", known, Answered::ranksFirst));
    lines.add(line(method, "known: identified or isomers", known, Answered::names));
    lines.add(line(method, "known: identified or isomers, and right", known, Answered::isRight));
    lines.add(line(method, "known: identified", known, Answered::namesOne));
    lines.add(
        line(
            method,
            "known: identified or isomers, and wrong",
            known,
            one -> one.names() && !one.isRight()));
    List<Answered> out = answered(trials.of(Side.VALIDATION, Left.UNKNOWN_WITH_ISOMERS, step));
    lines.add(
        line(method, "unknown, isomers out: identified or isomers (false)", out, Answered::names));
    lines.add(line(method, "unknown, isomers out: identified (false)", out, Answered::namesOne));
    List<Answered> alone = answered(trials.of(Side.VALIDATION, Left.UNKNOWN_ALONE, step));
    lines.add(line(method, "unknown, isomers stay: identified (false)", alone, Answered::namesOne));
    lines.add(line(method, "unknown, isomers stay: identified or isomers", alone, Answered::names));
    lines.add(
        line(
            method,
            "unknown, isomers stay: of another composition (false)",
            alone,
            one -> one.names() && !one.hasTheFormula()));
    List<Answered> kin = answered(trials.kindred(Side.VALIDATION, 10, nearlySame));
    lines.add(line(method, "unknown analogue: its family", kin, Answered::isOfFamily));
    lines.add(
        line(
            method,
            "unknown analogue: its family, or an analogue of the same family named",
            kin,
            Answered::pointsToFamily));
    lines.add(
        line(method, "unknown analogue: identified or isomers (false)", kin, Answered::names));
    List<Answered> all = answered(trials.ofFamilies(Side.VALIDATION, 10, nearlySame));
    lines.add(
        line(
            method,
            "unknown of a family, whether the library has another of it or not: its family",
            all,
            Answered::isOfFamily));
    lines.add(line(method, "the same: another family (false)", all, Answered::isOfOtherFamily));
    List<Answered> strangers =
        out.stream().filter(one -> one.trial().truth().family() == null).toList();
    lines.add(line(method, "unknown of no family: a family (false)", strangers, Answered::alarms));
    if (method.equals("LC")) {
      List<Answered> told =
          kin.stream()
              .filter(one -> TandemShelf.fragmentsOf(one.trial().query().spectrum()).size() > 0)
              .toList();
      lines.add(
          line(
              method,
              "unknown analogue, queries that have fragments only: its family",
              told,
              Answered::isOfFamily));
      lines.addAll(together(method, trials, step));
    }
    return lines;
  }

  /// One answer from all of a contributor's spectra of a compound.
  private static List<Line> together(String method, Trials trials, int step) {
    List<List<Trial>> substances = trials.together(Side.VALIDATION, 10, step);
    long of = 0;
    long right = 0;
    long other = 0;
    long strangers = 0;
    long alarms = 0;
    for (List<Trial> substance : substances) {
      Optional<String> family = IDENTIFY.familyOfAll(CalibrateIdentification.searched(substance));
      String truth = substance.getFirst().truth().family();
      if (truth == null) {
        strangers++;
        alarms += family.isPresent() ? 1 : 0;
      } else if (trials.hasKinLeft(substance.getFirst().truth())) {
        of++;
        right += family.filter(truth::equals).isPresent() ? 1 : 0;
        other += family.filter(told -> !told.equals(truth)).isPresent() ? 1 : 0;
      }
    }
    return List.of(
        new Line(
            method,
            "unknown analogue, all spectra of a laboratory together: its family",
            right,
            of),
        new Line(method, "all spectra together: another family (false)", other, of),
        new Line(
            method,
            "unknown of no family, all spectra together: a family (false)",
            alarms,
            strangers));
  }

  private static List<Answered> answered(List<Trial> trials) {
    return trials.stream()
        .map(trial ->
            new Answered(trial, IDENTIFY.conclude(trial.query().spectrum(), trial.findings())))
        .toList();
  }

  private static Line line(
      String method, String what, List<Answered> all, Predicate<Answered> counts) {
    return new Line(
        method, what, all.stream().filter(Objects::nonNull).filter(counts).count(), all.size());
  }
}
