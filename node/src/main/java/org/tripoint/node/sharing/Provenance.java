package org.tripoint.node.sharing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `provenance`: how records of a partner came here with one batch, and which of
/// them no longer come that way.
///
/// @param partner short name of the partner that gave them
/// @param at when
/// @param ways on what each audience of the batch rested
/// @param came records that an audience of this node has now
/// @param gone records that an audience of this node has no more
@MadeHere
public record Provenance(
    String partner, Instant at, List<Way> ways, List<Came> came, List<Gone> gone) {

  public static final Kind<Provenance> KIND = Kind.of("provenance", 1, Provenance.class);

  /// Source of these records.
  public static final String SOURCE = "exchange-journal";

  /// On what an audience was given something.
  ///
  /// @param audience its name in the partner's agreement
  /// @param purpose what it may be used for
  /// @param basis id of the basis
  /// @param instrument the treaty, agreement or statute
  /// @param onward whether it may be passed on
  public record Way(
      String audience, Purpose purpose, String basis, String instrument, Onward onward) {}

  /// A record that came.
  ///
  /// @param audience for whom
  /// @param object id of the object that the partner gave
  /// @param origin whose it was before
  public record Came(String audience, RecordId record, String object, Origin origin) {}

  /// Where a record was made.
  ///
  /// @param country whose it is
  /// @param authority id of the identity that stands for its authority
  /// @param object id under which all of it stands there, or would stand
  /// @param passedOn true when the partner had it from there and passed it on
  public record Origin(Country country, String authority, String object, boolean passedOn) {}

  /// A record that came and is no longer given to an audience.
  public record Gone(String audience, RecordId record) {}

  /// How a record came, for people.
  ///
  /// @param partner who gave it
  /// @param object id of the object that the partner gave
  /// @param ways on what, today; empty once nobody here may have it
  public record How(String partner, String object, Origin origin, List<Way> ways) {
    public How {
      ways = List.copyOf(ways);
    }

    /// The originator's consent can be asked for: some basis does not forbid it.
    public boolean mayBeAsked() {
      return !origin.passedOn() && ways.stream().anyMatch(way -> way.onward() != Onward.NEVER);
    }
  }

  public Provenance {
    ways = List.copyOf(ways);
    came = List.copyOf(came);
    gone = List.copyOf(gone);
  }

  /// The way of an audience.
  @Nullable Way way(String audience) {
    return ways.stream().filter(way -> way.audience().equals(audience)).findFirst().orElse(null);
  }
}
