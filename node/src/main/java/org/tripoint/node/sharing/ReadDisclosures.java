package org.tripoint.node.sharing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Who had what, when and on which basis: the disclosures of all partners, newest first.
public interface ReadDisclosures {

  /// Lines that fit, newest first; at most `limit`.
  ///
  /// @param place where the list goes on; empty for the newest
  List<Disclosed> list(Asked asked, Optional<Place> place, int limit);

  /// Places in the ledger of the disclosures that hold a line that fits, ascending; at most
  /// `limit`.
  ///
  /// @param after the last one of the former answer; -1 from the start
  List<Long> listPlaces(Asked asked, long after, int limit);

  /// Kinds of which anything could have been given, by name.
  List<String> listKinds();

  /// What is asked for; empty text and null mean any.
  ///
  /// @param partner short name of the partner
  /// @param record the record
  /// @param kind kind name
  /// @param from first moment, microseconds since 1970
  /// @param until moment after the last, microseconds since 1970
  record Asked(String partner, @Nullable RecordId record, String kind, long from, long until) {

    /// Everything.
    public static Asked all() {
      return new Asked("", null, "", 0, Long.MAX_VALUE);
    }
  }

  /// Between two lines.
  ///
  /// @param added microseconds since 1970
  /// @param audience its bit: lines of several audiences may share a microsecond
  /// @param newer true for the lines before it in the list, false for those after it
  record Place(long added, int audience, boolean newer) {}

  /// One thing that happened between this node and an audience, with what it rested on.
  ///
  /// @param audience the audience's bit
  /// @param name its name in the agreement
  /// @param kind kind name of the record
  /// @param disclosure the record that proves it
  /// @param instrument as it then read
  record Disclosed(
      int audience,
      String partner,
      String name,
      String kind,
      Line line,
      RecordId disclosure,
      Purpose purpose,
      String basis,
      String instrument) {}
}
