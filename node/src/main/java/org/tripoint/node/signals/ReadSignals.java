package org.tripoint.node.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// The inbox.
public interface ReadSignals {

  /// A day as ISO 8601 writes it.
  Pattern DAY = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])");

  /// Signals nobody has looked at.
  long countWaiting();

  /// Newest first, at most `limit`, older than `before` when it is given by the last row of the
  /// page before.
  default List<Item> list(Set<SignalState> states, Optional<Instant> before, int limit) {
    return list(
        SignalFilter.of(states),
        SignalOrder.NEWEST,
        before.map(SignalCursor::before).orElse(SignalCursor.START),
        limit);
  }

  /// Those that pass the filter, behind the cursor in that order; at most `limit`.
  List<Item> list(SignalFilter filter, SignalOrder order, SignalCursor after, int limit);

  /// How many pass the filter, counted to `most`.
  long count(SignalFilter filter, long most);

  /// Every detector that has raised a signal, in the order of their names.
  List<String> listDetectors();

  Optional<Item> find(RecordId signal);

  /// Signals raised after the instant.
  long countRaisedSince(Instant instant);

  /// A signal as the inbox lists it.
  ///
  /// @param severity how grave it is if true; null where the detector does not rate it
  /// @param confidence how sure the detector is, or null
  /// @param decided when the decision that stands was taken, or null
  /// @param notice the notice that it became, or null
  /// @param assignee who looks after it; "" for nobody
  /// @param verdict name of what it turned out to be; "" while nobody has judged
  /// @param raised when it was first raised
  /// @param lastFound when something new was last found of it
  /// @param timesFound how often something new was found of it, the first time included
  /// @param evidenceEmptied true when content it rested on was emptied
  /// @param about what a notice drafted from it begins with
  record Item(
      RecordId signal,
      String detector,
      String titleKey,
      List<String> titleArguments,
      List<RecordId> evidence,
      List<ScorePart> parts,
      String link,
      @Nullable Severity severity,
      @Nullable Confidence confidence,
      SignalState state,
      String reason,
      String decidedBy,
      @Nullable Instant decided,
      @Nullable RecordId notice,
      String assignee,
      String verdict,
      Instant raised,
      Instant lastFound,
      int timesFound,
      boolean evidenceEmptied,
      About about) {

    /// The same with other counts in it.
    public Item withCounts(
        List<ScorePart> itsParts, @Nullable Confidence itsConfidence, About itsAbout) {
      return new Item(
          signal,
          detector,
          titleKey,
          titleArguments,
          evidence,
          itsParts,
          link,
          severity,
          itsConfidence,
          state,
          reason,
          decidedBy,
          decided,
          notice,
          assignee,
          verdict,
          raised,
          lastFound,
          timesFound,
          evidenceEmptied,
          itsAbout);
    }

    /// True when this node saw to it by itself, since what it told of is no longer so.
    public boolean isSettledByNode() {
      return state == SignalState.TRIAGED && decidedBy.equals(SignalLog.SYSTEM);
    }

    /// True when something new of it was found after somebody decided.
    public boolean isFoundSinceDecided() {
      return decided != null && lastFound.isAfter(decided);
    }

    /// The suggested severity, 1 to 5; 0 where the detector does not rate it.
    public int level() {
      return severity == null ? 0 : severity.suggested();
    }

    /// The title in the page's language: days as people there write them, places by their names.
    public String title(Page page) {
      return page.t(
          titleKey, titleArguments.stream().map(argument -> shown(argument, page)).toArray());
    }

    private static String shown(String argument, Page page) {
      if (DAY.matcher(argument).matches()) {
        return page.day(LocalDate.parse(argument));
      }
      if (page.has("place." + argument)) {
        return page.t("place." + argument);
      }
      return page.has(argument) ? page.t(argument) : argument;
    }
  }
}
