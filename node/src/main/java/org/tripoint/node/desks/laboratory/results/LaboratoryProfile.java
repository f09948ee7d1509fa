package org.tripoint.node.desks.laboratory.results;

import java.time.LocalDate;
import java.util.List;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;

/// What a laboratory declares of itself: the content of kind `laboratory-profile`, keyed by its
/// short name.
///
/// @param laboratory short name, as its results have it
/// @param fullName its name
/// @param country where it is
/// @param accreditation such as `ISO/IEC 17025:2017`, or ""
/// @param validFrom since when
/// @param methods what each of its methods conforms to
public record LaboratoryProfile(
    @NamesSource String laboratory,
    @NamesSource String fullName,
    Country country,
    @NamesSource String accreditation,
    LocalDate validFrom,
    List<MethodConformance> methods) {

  /// The kind of record that a profile is.
  public static final Kind<LaboratoryProfile> KIND =
      Kind.of("laboratory-profile", 1, LaboratoryProfile.class);

  public LaboratoryProfile {
    methods = Texts.atMost("methods", methods, 500);
    Texts.require("a laboratory", laboratory, 1, 60);
    Texts.require("a name", fullName, 1, 200);
    Texts.require("an accreditation", accreditation, 0, 200);
    if (methods.stream().map(MethodConformance::method).distinct().count() != methods.size()) {
      throw new IllegalArgumentException("expected each method once");
    }
  }

  /// What one method conforms to.
  ///
  /// @param method the laboratory's name for it
  /// @param technique code of its technique
  /// @param conformance declared level
  /// @param since first day
  public record MethodConformance(
      String method, String technique, ConformanceLevel conformance, LocalDate since) {
    public MethodConformance {
      Texts.require("a method", method, 1, 200);
      Texts.require("a technique", technique, 1, 60);
    }
  }

  /// What results of a method hold. Each level holds those before it.
  public enum ConformanceLevel {
    L1_IDENTITY,
    L2_PURITY,
    L3_IMPURITY_PROFILE
  }
}
