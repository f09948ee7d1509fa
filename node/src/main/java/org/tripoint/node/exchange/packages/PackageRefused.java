package org.tripoint.node.exchange.packages;

import java.io.IOException;
import java.util.List;

/// A package was not made, or not taken: nothing of it was done.
///
/// It is an input error, so that reading a file can end with it at any byte.
public final class PackageRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<Object> place;

  /// Why, with what [#place] says.
  public enum Reason {
    /// It does not begin as a package does.
    NO_PACKAGE,
    /// It is written in a later form: its number.
    LATER_FORM,
    /// It is sealed for another node, or for a key that this one no longer has: the key's id, and
    /// this node's.
    FOR_ANOTHER_KEY,
    /// Bytes are not those that were sealed: how many bytes before them are sound.
    ALTERED,
    /// Its end is missing or changed: how many bytes before it are sound.
    CUT_OFF,
    /// It is larger than is taken: the limit in megabytes.
    TOO_LARGE,
    /// What was sealed in it is no package: how many bytes of it could be read.
    UNREADABLE,
    /// Its sender is no partner of this node: the name.
    STRANGER,
    /// It is not signed by the partner that it names: the name.
    NOT_SIGNED,
    /// It was signed for another node, and sealed again for this one: sender, and for whom.
    FORWARDED,
    /// Nothing is taken from this partner until people have looked: the name.
    STOPPED,
    /// Nothing is given to this partner until people have looked: the name.
    NOTHING_GIVEN,
    /// It contradicts what came before: the name, and which batch.
    CONTRADICTS,
    /// The partner's introduction names no key to seal for: the name.
    NO_SEALING_KEY,
    /// There is no such partner: the name.
    NO_PARTNER,
    /// The partner's journal has no such place: what was asked for.
    NO_PLACE
  }

  PackageRefused(Reason reason, Object... place) {
    super(reason + " " + List.of(place));
    this.reason = reason;
    this.place = List.of(place);
  }

  /// What was asked for is no place in a journal.
  public static PackageRefused noPlace(String asked) {
    return new PackageRefused(Reason.NO_PLACE, asked);
  }

  public Reason reason() {
    return reason;
  }

  /// Where, and whose: arguments of the words that tell people.
  public Object[] place() {
    return place.toArray();
  }
}
