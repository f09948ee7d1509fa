package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;

/// Reads what others send: checked before it is believed.
public interface ReadObjects {

  /// What one object says.
  ///
  /// @param json the bytes as they came
  Received read(byte[] json);

  /// An object from outside.
  sealed interface Received {}

  /// A record of a kind that this node knows.
  ///
  /// @param id STIX id; another one for every variant
  /// @param modified version of the object
  /// @param kind its kind
  /// @param content what it says; components of parts that were not given are null
  /// @param given the parts that were given
  /// @param marking the originator's marking
  /// @param source the originator's name for the source; null where it is protected
  /// @param published when the source had published it
  /// @param creator id of the identity that made the object; null where none is named
  /// @param whole id under which all of the record stands there, or would stand
  /// @param origin whose it was before, where the sender had it from another country
  record Known<C extends Record>(
      String id,
      Instant modified,
      Kind<C> kind,
      C content,
      Set<Part> given,
      Marking marking,
      @Nullable String source,
      Instant published,
      @Nullable String creator,
      String whole,
      @Nullable Origin origin)
      implements Received {
    public Known {
      given = Set.copyOf(given);
    }
  }

  /// A tombstone: its creator took the object back from everybody.
  record Revoked(String id, Instant modified) implements Received {}

  /// A well-formed object of a type that this node does not show: identities, locations, marking
  /// and extension definitions, and kinds of newer programs.
  record Other(String id, String type, @Nullable Instant modified) implements Received {}

  /// What cannot be believed.
  ///
  /// @param id as far as it could be read
  /// @param expected what was expected, and where; never a value of the object
  record Refused(@Nullable String id, String expected) implements Received {}
}
