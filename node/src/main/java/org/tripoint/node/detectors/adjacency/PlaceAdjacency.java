package org.tripoint.node.detectors.adjacency;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Place;

/// Whether and how two places are next to each other: the content of kind `place-adjacency`. Of the
/// same two places the last one stands.
///
/// @param one ISO 3166-2 code of a first-level area, before `other` in order
/// @param other of the second
/// @param reason the road, the river or the reason; up to 300 characters, empty only for a border
/// @param by account that decided, or `shipped`
/// @param at when
@MadeHere
public record PlaceAdjacency(
    String one, String other, Adjacency adjacency, String reason, String by, Instant at) {

  /// The kind of record that it is.
  public static final Kind<PlaceAdjacency> KIND =
      Kind.of("place-adjacency", 1, PlaceAdjacency.class);

  static final String SHIPPED = "shipped";
  private static final int LONGEST = 300;

  public PlaceAdjacency {
    Place.admin1(one);
    Place.admin1(other);
    if (one.compareTo(other) >= 0) {
      throw new IllegalArgumentException(
          "expected two places in order, found " + one + ", " + other);
    }
    if (reason.length() > LONGEST || (reason.isBlank() && adjacency != Adjacency.BORDER)) {
      throw new IllegalArgumentException("expected a reason of up to 300 characters");
    }
  }

  /// Two places in any order.
  static PlaceAdjacency between(
      String left, String right, Adjacency adjacency, String reason, String by, Instant at) {
    List<String> places = Stream.of(left, right).sorted(Comparator.naturalOrder()).toList();
    return new PlaceAdjacency(
        places.getFirst(), places.getLast(), adjacency, reason.strip(), by, at);
  }

  /// What tells it from others: the two places.
  String key() {
    return one + "|" + other;
  }

  /// Whether a place is one of the two.
  public boolean has(String place) {
    return place.equals(one) || place.equals(other);
  }

  /// Whether it is about these two, in any order.
  public boolean isOf(String left, String right) {
    return has(left) && has(right) && !left.equals(right);
  }

  /// Whether people decided it.
  public boolean decided() {
    return !by.equals(SHIPPED);
  }
}
