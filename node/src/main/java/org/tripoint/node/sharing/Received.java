package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// How a record came from a partner, as far as a decision looks at it.
///
/// @param ways on what it was given, each once; empty when nobody here may have it
/// @param originator country that made it
/// @param passedOn true when the partner itself had it from there
/// @param leaves what its originator has allowed about it, by name
public record Received(List<Way> ways, Country originator, boolean passedOn, List<Leave> leaves) {

  /// What a partner gave it on.
  ///
  /// @param onward what the basis says of passing it on
  /// @param purpose what it was given for
  public record Way(Onward onward, Purpose purpose) {}

  /// The originator lets it go to somebody.
  ///
  /// @param country whose agencies may have it
  /// @param agencies who of them; at least one
  /// @param parts how much of it
  /// @param until last day
  public record Leave(
      Country country, Set<String> agencies, Purpose purpose, Set<Part> parts, LocalDate until) {
    public Leave {
      agencies = Collections.unmodifiableSet(new TreeSet<>(agencies));
      EnumSet<Part> copy = EnumSet.of(Part.OPEN);
      copy.addAll(parts);
      parts = Collections.unmodifiableSet(copy);
    }

    /// True on the days on which it is for those readers and what they read it for.
    boolean isFor(Transfer transfer, LocalDate on) {
      return country.equals(transfer.recipient().country())
          && agencies.containsAll(transfer.recipient().agencies())
          && purpose == transfer.purpose()
          && !on.isAfter(until);
    }
  }

  public Received {
    ways = ways.stream().distinct().sorted(Comparator.comparing(Way::toString)).toList();
    leaves = leaves.stream().distinct().sorted(Comparator.comparing(Leave::toString)).toList();
  }

  /// The same without what its originator allowed by name.
  Received withoutLeaves() {
    return new Received(ways, originator, passedOn, List.of());
  }
}
