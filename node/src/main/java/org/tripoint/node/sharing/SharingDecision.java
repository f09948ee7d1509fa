package org.tripoint.node.sharing;

/// Answer to "may this record leave this node?".
public sealed interface SharingDecision {

  /// Yes, but no more than this of it.
  record Allowed(Variant variant) implements SharingDecision {}

  /// Whether the receiver learns who reported it.
  enum Naming {
    SOURCE_NAMED,
    /// The source, its agency and its own identifiers are left out, not merely hidden.
    SOURCE_PROTECTED
  }

  /// No, by this policy and for this reason.
  record Refused(Reason reason) implements SharingDecision {
    public Policy policy() {
      return reason.policy();
    }
  }

  /// What a refusal rests on.
  enum Policy {
    LEGAL_BASIS,
    CONTENT,
    HANDLING,
    RECIPIENT,
    PURPOSE,
    TIME,
    ORIGINATOR_CONTROL
  }

  /// Why not, in the order in which it is looked at.
  enum Reason {
    NO_BASIS(Policy.LEGAL_BASIS),
    BASIS_OF_OTHER_COUNTRIES(Policy.LEGAL_BASIS),
    BASIS_NOT_IN_FORCE(Policy.LEGAL_BASIS),
    KIND_NOT_COVERED(Policy.LEGAL_BASIS),
    PURPOSE_NOT_COVERED(Policy.LEGAL_BASIS),
    ASSURANCE_MISSING(Policy.LEGAL_BASIS),
    NOTHING_HELD(Policy.CONTENT),
    FOR_ITS_ORIGINATOR_ONLY(Policy.HANDLING),
    NO_AGENCY_NAMED(Policy.HANDLING),
    COUNTRY_NOT_NAMED(Policy.RECIPIENT),
    AGENCY_NOT_NAMED(Policy.RECIPIENT),
    OTHER_PURPOSE(Policy.PURPOSE),
    EXPIRED(Policy.TIME),
    BACK_TO_ITS_ORIGINATOR(Policy.ORIGINATOR_CONTROL),
    ORIGINATOR_MUST_BE_ASKED(Policy.ORIGINATOR_CONTROL),
    NOT_TO_BE_PASSED_ON(Policy.ORIGINATOR_CONTROL);

    private final Policy policy;

    Reason(Policy policy) {
      this.policy = policy;
    }

    public Policy policy() {
      return policy;
    }

    Refused refused() {
      return new Refused(this);
    }
  }
}
