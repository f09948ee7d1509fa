package org.tripoint.node.sharing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// What each audience was given and what was called back, in the order in which it may read it.
public interface ReadShared {

  /// Lines after a moment, oldest first; at most `limit`. A line that comes later is never before
  /// one that could be read.
  ///
  /// @param audience its bit
  /// @param after microseconds since 1970, exclusive; -1 from the start
  List<Line> list(int audience, long after, int limit);

  /// The last lines of an audience, latest first; at most `limit`.
  ///
  /// @param audience its bit
  List<Line> listLatest(int audience, int limit);

  /// Everybody who may be given anything, or could once, by bit.
  List<SharedAudience> listAudiences();

  /// Every audience that was ever given the record, with the last that happened between them.
  List<Holder> listHolders(RecordId record);

  /// How far the work is of giving every audience what it may have since an agreement, a marking or
  /// the day last changed what some may have.
  default Sweep sweep() {
    return new Sweep(0, 0);
  }

  /// Those of the records of which the partner was ever given anything.
  Set<RecordId> listEverGiven(String partner, Set<RecordId> records);

  /// How much of the ledger has been looked at.
  ///
  /// @param done places in the ledger
  /// @param total at which nothing is left to do
  record Sweep(long done, long total) {
    public boolean isOver() {
      return done >= total;
    }
  }

  /// One thing that happened between this node and an audience.
  ///
  /// @param dateAdded microseconds since 1970, different for every line of an audience
  /// @param sequence the version
  /// @param variant how much of it was given, or is called back
  /// @param disclosure place in the ledger of the disclosure that says on which basis
  /// @param why the reason of a recall; null for what was given
  record Line(
      long dateAdded,
      RecordId record,
      long sequence,
      Action action,
      Variant variant,
      long disclosure,
      @Nullable RecallReason why) {}

  /// People of a partner who are given the same things.
  ///
  /// @param bit its number in the log; never another's
  /// @param partner short name of the partner
  /// @param name its name in the agreement
  /// @param country whose they are
  /// @param agencies who reads it
  /// @param purpose what it is given for
  /// @param basis what it rests on
  /// @param ended true when the agreement no longer has it
  record SharedAudience(
      int bit,
      String partner,
      String name,
      Country country,
      Set<String> agencies,
      Purpose purpose,
      SharingBasis basis,
      boolean ended) {
    public SharedAudience {
      agencies = Set.copyOf(agencies);
    }

    /// True when it is no audience of the agreement: it stands beside one, for what two people let
    /// go although the rules refuse it.
    public boolean isExceptional() {
      return basis.id().equals(SharingBasis.BREAK_GLASS);
    }
  }

  /// Somebody who was given the record.
  ///
  /// @param partner short name of the partner
  /// @param audience name of the audience in its agreement
  /// @param last what happened last
  /// @param holds true when it has a version of the record now
  record Holder(String partner, String audience, Line last, boolean holds) {}
}
