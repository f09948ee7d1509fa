package org.tripoint.node.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  List<Item> list(Set<SignalState> states, Optional<Instant> before, int limit);

  Optional<Item> find(RecordId signal);

  /// Signals raised after the instant.
  long countRaisedSince(Instant instant);

  /// A signal as the inbox lists it.
  ///
  /// @param raised when it was first raised
  /// @param evidenceEmptied true when content it rested on was emptied
  record Item(
      RecordId signal,
      String detector,
      String titleKey,
      List<String> titleArguments,
      List<RecordId> evidence,
      List<ScorePart> parts,
      String link,
      SignalState state,
      String reason,
      String decidedBy,
      Instant raised,
      boolean evidenceEmptied) {

    /// The title in the page's language: days as people there write them, places by their names.
    public String title(Page page) {
      return page.t(
          titleKey, titleArguments.stream().map(argument -> shown(argument, page)).toArray());
    }

    private static String shown(String argument, Page page) {
      if (DAY.matcher(argument).matches()) {
        return page.day(LocalDate.parse(argument));
      }
      return page.has("place." + argument) ? page.t("place." + argument) : argument;
    }
  }
}
