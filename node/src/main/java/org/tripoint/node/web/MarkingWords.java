package org.tripoint.node.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.SourceGrade;

/// A marking in words. Nothing of it is left out: what is not said is not limited, and the colour
/// and the question before acting stand beside it as tags.
public final class MarkingWords {

  private MarkingWords() {}

  /// Such as `TLP:AMBER+STRICT`.
  public static String colour(Marking.Tlp tlp) {
    return "TLP:" + tlp.name().replace('_', '+');
  }

  /// In one line: for whom, for what, and every limit.
  public static List<String> inShort(Page page, Marking marking) {
    List<String> words = new ArrayList<>();
    words.add(page.t("web.marking.for", recipients(page, marking)));
    words.add(page.t("proof.purpose." + marking.purpose().name()));
    if (marking.originatorControl()) {
      words.add(page.t("web.marking.control"));
    }
    if (marking.courtUse() != Permission.ALLOWED) {
      words.add(page.t("web.marking.court." + marking.courtUse().name()));
    }
    if (marking.derivativeUse() != Permission.ALLOWED) {
      words.add(page.t("web.marking.derivative." + marking.derivativeUse().name()));
    }
    if (marking.protectedSource()) {
      words.add(page.t("web.marking.protected"));
    }
    if (marking.expires() != null) {
      words.add(page.t("web.marking.until", page.day(marking.expires())));
    }
    if (isGraded(marking)) {
      words.add(page.t("web.marking.grade", grade(marking)));
    }
    return words;
  }

  /// The countries, and the agencies where not any of theirs may have it.
  public static String recipients(Page page, Marking marking) {
    String countries =
        marking.releasableToCountries().isEmpty()
            ? page.t("web.marking.for.nobody")
            : names(page, marking.releasableToCountries());
    return marking.releasableToAgencies().isEmpty()
        ? countries
        : countries + " (" + String.join(", ", marking.releasableToAgencies()) + ")";
  }

  /// Names of countries in the language of the page.
  public static String names(Page page, Collection<Country> countries) {
    return countries.stream().map(one -> name(page, one)).collect(Collectors.joining(", "));
  }

  public static String name(Page page, Country country) {
    String key = "place." + country.code();
    return page.has(key) ? page.t(key) : country.code();
  }

  /// False when nobody graded source or information.
  public static boolean isGraded(Marking marking) {
    return marking.sourceGrade() != SourceGrade.F_CANNOT_BE_JUDGED
        || marking.informationGrade() != InformationGrade.G6_CANNOT_BE_JUDGED;
  }

  /// As analysts write it, such as `B2`.
  public static String grade(Marking marking) {
    return marking.sourceGrade().name().substring(0, 1)
        + marking.informationGrade().name().substring(1, 2);
  }
}
