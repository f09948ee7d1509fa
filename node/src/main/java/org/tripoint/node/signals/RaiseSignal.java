package org.tripoint.node.signals;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Tells people that something should be looked at. The signal becomes a record.
public interface RaiseSignal {

  /// Raises it, or joins the signal already raised under the same key.
  RecordId raise(Signal signal);

  /// Marks a signal as seen to, since what it told of is no longer so. What a person decided about
  /// it stays.
  default void settle(RecordId signal) {}

  /// Raises again what was settled and is so once more.
  default RecordId reopen(Signal signal) {
    return raise(signal);
  }

  /// Something a person should look at.
  ///
  /// @param detector what found it, such as `seizures.double-report`
  /// @param key the same for the same thing found again
  /// @param titleKey message key of the title, in three languages
  /// @param titleArguments its arguments, language-neutral
  /// @param evidence records it rests on, at least one
  /// @param parts the parts of its score, each with the rule that made it
  /// @param link page that helps to decide, such as `/seizures/double-reports/…`
  /// @param severity how grave it is if true, as far as the detector knows; null when it knows
  ///   nothing of that
  /// @param confidence how sure the detector is; null when it cannot say
  /// @param about what a notice drafted from it begins with
  record Signal(
      String detector,
      String key,
      String titleKey,
      List<String> titleArguments,
      List<RecordId> evidence,
      List<ScorePart> parts,
      String link,
      @Nullable Severity severity,
      @Nullable Confidence confidence,
      About about) {

    /// A signal of something that has no severity: a deadline, a question, a pair of reports.
    public Signal(
        String detector,
        String key,
        String titleKey,
        List<String> titleArguments,
        List<RecordId> evidence,
        List<ScorePart> parts,
        String link) {
      this(
          detector,
          key,
          titleKey,
          titleArguments,
          evidence,
          parts,
          link,
          null,
          null,
          About.NOTHING);
    }

    public Signal {
      titleArguments = List.copyOf(titleArguments);
      evidence = List.copyOf(evidence);
      parts = List.copyOf(parts);
      if (evidence.isEmpty()) {
        throw new IllegalArgumentException("expected at least one record as evidence");
      }
    }

    /// The same with what the detector knows of how grave it is and how sure it is.
    public Signal withSeverity(@Nullable Severity severity, @Nullable Confidence confidence) {
      return new Signal(
          detector,
          key,
          titleKey,
          titleArguments,
          evidence,
          parts,
          link,
          severity,
          confidence,
          about);
    }

    /// The same with what it is about.
    public Signal about(About its) {
      return new Signal(
          detector,
          key,
          titleKey,
          titleArguments,
          evidence,
          parts,
          link,
          severity,
          confidence,
          its);
    }
  }

  /// A share of the score with the rule that made it.
  ///
  /// @param ruleKey message key that explains it
  /// @param value its share of the score
  /// @param found what was found, language-neutral
  record ScorePart(String ruleKey, BigDecimal value, String found) {

    /// What was found, as the page's language writes it: places by their names, messages by their
    /// keys, decimals with its separators.
    public String found(Page page) {
      return page.has("place." + found)
          ? page.t("place." + found)
          : page.has(found) ? page.t(found) : page.figures(found);
    }
  }
}
