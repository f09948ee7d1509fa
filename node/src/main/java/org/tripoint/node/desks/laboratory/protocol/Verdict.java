package org.tripoint.node.desks.laboratory.protocol;

import java.util.List;

/// What a scheme of techniques establishes under a version of a standard.
///
/// @param outcome the answer
/// @param standard that decided, with its version: `SWGDRUG 8.0`
/// @param counted codes of techniques that counted, with their category: `MS (A)`
/// @param remarks why, and what is missing, in the order of the rules
public record Verdict(
    Outcome outcome, String standard, List<String> counted, List<Remark> remarks) {

  public Verdict {
    counted = List.copyOf(counted);
    remarks = List.copyOf(remarks);
  }

  /// The answers.
  public enum Outcome {
    /// The minimum for an identification.
    MEETS_MIN,
    /// More than a presumption, less than the minimum.
    PARTIAL,
    PRESUMPTIVE_ONLY
  }

  /// One thing to say.
  ///
  /// @param values what the words name: codes, families, numbers
  public record Remark(Reason reason, List<String> values) {
    public Remark {
      values = List.copyOf(values);
    }

    static Remark of(Reason reason, String... values) {
      return new Remark(reason, List.of(values));
    }
  }

  /// What there is to say. Words: `laboratory.reason.<name>`.
  public enum Reason {
    /// A technique of category A and another property: the rule that holds.
    MET_WITH_A(false),
    /// Three properties, two of category B: the rule that holds.
    MET_WITHOUT_A(false),
    /// The name is of a family of isomers: no more is claimed than the family.
    FAMILY_ONLY(false),
    /// Too little of it for a second sampling.
    ONE_SAMPLING_ALLOWED(false),
    /// The result names a version that has no rules here; the current one decided.
    OTHER_VERSION(false),
    UNKNOWN_TECHNIQUE(true),
    /// A part that the hyphenated technique does not have.
    UNKNOWN_OUTPUT(true),
    /// A hyphenated technique counts once until its outputs are named.
    OUTPUTS_NOT_NAMED(true),
    NOT_REVIEWABLE(true),
    NO_REFERENCE(true),
    /// Counts for another family alone.
    OTHER_FAMILY(true),
    /// A negative result identifies nothing.
    NEGATIVE(true),
    /// A technique of category A or B speaks against it.
    CONTRADICTED(true),
    NOTHING_COUNTS(true),
    /// One more property is needed beside the technique of category A.
    ONE_MORE_PROPERTY(true),
    /// Without category A: so many more properties, so many of category B.
    MORE_WITHOUT_A(true),
    SECOND_SAMPLING(true),
    /// No technique told the isomers apart: the family is to be reported.
    ISOMERS(true),
    /// No technique told the stereoisomers apart.
    STEREOISOMERS(true);

    private final boolean missing;

    Reason(boolean missing) {
      this.missing = missing;
    }

    /// True for what is wanting, false for what only explains.
    public boolean isMissing() {
      return missing;
    }
  }
}
