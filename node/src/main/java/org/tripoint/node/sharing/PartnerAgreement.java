package org.tripoint.node.sharing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Marking.Purpose;

/// Content of kind `partner-agreement`: what this node may give a partner, on which bases, to whom.
///
/// @param partner short name of the partner's node, such as `ca`
/// @param authority who operates it, as one would address a letter
/// @param country whose it is
/// @param bases the instruments, those by which this node gives and those by which it receives
/// @param audiences who of the partner's reads what
@MadeHere
public record PartnerAgreement(
    String partner,
    String authority,
    Country country,
    List<SharingBasis> bases,
    List<Audience> audiences) {

  public static final Kind<PartnerAgreement> KIND =
      Kind.of("partner-agreement", 1, PartnerAgreement.class);

  /// People of a partner who are given the same things for the same purpose.
  ///
  /// @param name short name inside the agreement, such as `enforcement`
  /// @param agencies every agency that reads it; at least one
  /// @param purpose what it is used for
  /// @param basis id of the basis that it rests on
  public record Audience(String name, Set<String> agencies, Purpose purpose, String basis) {
    public Audience {
      agencies = Set.copyOf(agencies);
      requireName("an audience", name);
    }
  }

  public PartnerAgreement {
    bases = List.copyOf(bases);
    audiences = List.copyOf(audiences);
    requireName("a partner", partner);
    if (authority.isBlank() || authority.length() > 200) {
      throw new IllegalArgumentException("expected an authority of 1 to 200 characters");
    }
    requireDistinct("bases", bases.stream().map(SharingBasis::id).toList());
    requireDistinct("audiences", audiences.stream().map(Audience::name).toList());
    for (Audience audience : audiences) {
      requireRest(audience, bases);
    }
  }

  /// The basis with this id.
  ///
  /// @throws IllegalArgumentException when there is none
  SharingBasis basis(String id) {
    return bases.stream()
        .filter(basis -> basis.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected a basis '" + id + "'"));
  }

  private static void requireRest(Audience audience, List<SharingBasis> bases) {
    SharingBasis basis =
        bases.stream()
            .filter(one -> one.id().equals(audience.basis()))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "expected a basis '%s' for the audience '%s'"
                        .formatted(audience.basis(), audience.name())));
    if (!basis.purposes().contains(audience.purpose())) {
      throw new IllegalArgumentException(
          "expected the purpose %s of the audience '%s' among those of its basis, %s"
              .formatted(audience.purpose(), audience.name(), basis.purposes()));
    }
  }

  private static void requireDistinct(String what, List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "expected " + what + " of different names, found " + names);
    }
  }

  private static void requireName(String what, String name) {
    if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "expected %s of lower-case letters, digits and dashes, found '%s'".formatted(what, name));
    }
  }
}
