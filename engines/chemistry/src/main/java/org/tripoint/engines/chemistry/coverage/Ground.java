package org.tripoint.engines.chemistry.coverage;

import java.util.Optional;

/// One reason for an answer.
public sealed interface Ground {

  /// What it says, taken alone.
  Verdict verdict();

  /// The entry it rests on; empty for a mixture.
  default Optional<Cited> cited() {
    return switch (this) {
      case Listed(Listing listing, var _) -> Optional.of(Cited.of(listing));
      case Excepted(Listing listing, var _) -> Optional.of(Cited.of(listing));
      case Pending(Listing listing) -> Optional.of(Cited.of(listing));
      case NotControlled(Listing listing) -> Optional.of(Cited.of(listing));
      case ByClass(ClassRule rule, var _) -> Optional.of(new Cited(rule.entry(), rule.validity()));
      case Mixture() -> Optional.empty();
    };
  }

  /// An entry and when it holds.
  record Cited(String entry, Validity validity) {
    private static Cited of(Listing listing) {
      return new Cited(listing.entry(), listing.validity());
    }
  }

  /// How a structure meets a listing.
  enum Match {
    ITSELF(Verdict.IN),
    ESTER(Verdict.IN),
    ETHER(Verdict.IN),
    /// The listing names a stereoisomer and the structure does not say which it is.
    STEREO_NOT_STATED(Verdict.NEEDS_A_CHEMIST),
    /// The structure is a salt and the listing does not speak of salts.
    SALT_NOT_COVERED(Verdict.NEEDS_A_CHEMIST);

    private final Verdict verdict;

    Match(Verdict verdict) {
      this.verdict = verdict;
    }
  }

  /// A listing by name.
  record Listed(Listing listing, Match match) implements Ground {
    @Override
    public Verdict verdict() {
      return match.verdict;
    }
  }

  /// An exception by name.
  record Excepted(Listing listing, Match match) implements Ground {
    @Override
    public Verdict verdict() {
      return match == Match.ITSELF ? Verdict.OUT : Verdict.NEEDS_A_CHEMIST;
    }
  }

  /// A listing that was decided or proposed and is not known to hold on the day. After a vote it
  /// calls for a chemist, unless the day is known from which it binds; before, it is only told.
  record Pending(Listing listing) implements Ground {
    @Override
    public Verdict verdict() {
      return switch (listing.validity().kind()) {
        case VOTE -> listing.validity().until().isPresent() ? Verdict.OUT : Verdict.NEEDS_A_CHEMIST;
        case AS_OF -> Verdict.NEEDS_A_CHEMIST;
        case EFFECTIVE, PUBLISHED, ADOPTED, PROPOSED -> Verdict.OUT;
      };
    }
  }

  /// Somebody looked on a day and found no rule that takes the substance in.
  record NotControlled(Listing listing) implements Ground {
    @Override
    public Verdict verdict() {
      return Verdict.OUT;
    }
  }

  /// A class definition: in or in doubt, or out by one difference as a near miss.
  record ByClass(ClassRule rule, ClassReading reading) implements Ground {
    @Override
    public Verdict verdict() {
      return reading.verdict();
    }
  }

  /// Two different molecules side by side: each must be asked about alone.
  record Mixture() implements Ground {
    @Override
    public Verdict verdict() {
      return Verdict.NEEDS_A_CHEMIST;
    }
  }
}
