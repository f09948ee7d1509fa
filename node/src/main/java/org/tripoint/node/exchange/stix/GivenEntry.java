package org.tripoint.node.exchange.stix;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One entry by which an audience was given an object of a record, and what became of it since.
final class GivenEntry {
  final long added;
  final String object;
  final long modified;
  final String type;
  final long sequence;
  final int variant;
  final boolean revoked;

  /// Of a standard object beside one of ours; null for ours.
  final @Nullable Beside beside;

  private boolean first;
  private @Nullable Long superseded;
  private @Nullable Long gone;
  private boolean stored;
  private boolean changed;

  /// An entry that nobody has called back.
  ///
  /// @param added its moment
  GivenEntry(long added, FrozenObject object, FrozenObject.Rests rests) {
    this(
        added,
        object.id(),
        object.modified(),
        object.type(),
        rests.sequence(),
        rests.variant(),
        rests.revoked(),
        rests.beside());
  }

  GivenEntry(
      long added,
      String object,
      long modified,
      String type,
      long sequence,
      int variant,
      boolean revoked,
      @Nullable Beside beside) {
    this.added = added;
    this.object = object;
    this.modified = modified;
    this.type = type;
    this.sequence = sequence;
    this.variant = variant;
    this.revoked = revoked;
    this.beside = beside;
  }

  /// As it stands in the database.
  GivenEntry stored(boolean isFirst, @Nullable Long supersededAt, @Nullable Long goneAt) {
    first = isFirst;
    superseded = supersededAt;
    gone = goneAt;
    stored = true;
    return this;
  }

  boolean isLive() {
    return gone == null;
  }

  /// True while nobody has called it back, also when its content went before anybody could read it.
  boolean isNotCalledBack() {
    return gone == null || gone == added;
  }

  boolean isFirst() {
    return first;
  }

  @Nullable Long superseded() {
    return superseded;
  }

  @Nullable Long gone() {
    return gone;
  }

  /// True when something happened to an entry of an earlier turn.
  boolean isChanged() {
    return stored && changed;
  }

  void callBack(long at) {
    gone = at;
    changed = true;
    place(false, null);
  }

  /// Its place among the live versions of its object.
  void place(boolean isFirst, @Nullable Long supersededAt) {
    if (isFirst != first || !Objects.equals(superseded, supersededAt)) {
      first = isFirst;
      superseded = supersededAt;
      changed = true;
    }
  }
}
