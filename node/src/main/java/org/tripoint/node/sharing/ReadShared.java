package org.tripoint.node.sharing;

import java.util.List;
import org.tripoint.vocabulary.RecordId;

/// What each audience was given and what was called back, in the order in which it may read it.
public interface ReadShared {

  /// Lines after a moment, oldest first; at most `limit`. A line that comes later is never before
  /// one that could be read.
  ///
  /// @param audience its bit
  /// @param after microseconds since 1970, exclusive; -1 from the start
  List<Line> list(int audience, long after, int limit);

  /// Every audience that was ever given the record, with the last that happened between them.
  List<Holder> listHolders(RecordId record);

  /// One thing that happened between this node and an audience.
  ///
  /// @param dateAdded microseconds since 1970, different for every line of an audience
  /// @param sequence the version
  /// @param variant how much of it was given, or is called back
  /// @param disclosure place in the ledger of the disclosure that says on which basis
  record Line(
      long dateAdded,
      RecordId record,
      long sequence,
      Action action,
      Variant variant,
      long disclosure) {}

  /// Somebody who was given the record.
  ///
  /// @param partner short name of the partner
  /// @param audience name of the audience in its agreement
  /// @param last what happened last
  record Holder(String partner, String audience, Line last) {}
}
