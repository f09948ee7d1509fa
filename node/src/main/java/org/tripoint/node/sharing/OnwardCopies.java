package org.tripoint.node.sharing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `onward-copies`: a partner tells the originator of a record where it has passed
/// it on, and what became of each copy. It says how things stand now; a change is a new version.
///
/// @param object id of the object that the partner was given
/// @param copies one for each country
@StatedByNode
public record OnwardCopies(String object, List<Copy> copies) {

  public static final Kind<OnwardCopies> KIND = Kind.of("onward-copies", 1, OnwardCopies.class);

  /// Where a copy is.
  public enum State {
    GIVEN,
    /// It was called back; nobody has confirmed that it is gone.
    CALLED_BACK,
    /// Everybody who had it has confirmed that it is gone.
    CONFIRMED
  }

  /// What one country has.
  ///
  /// @param audiences how many audiences of it were given the record
  /// @param due by when it has to be gone; null while it may be held
  /// @param confirmed when the last of them confirmed; null before
  public record Copy(
      Country country,
      int audiences,
      State state,
      @Nullable Instant due,
      @Nullable Instant confirmed) {}

  public OnwardCopies {
    copies = List.copyOf(copies);
  }
}
