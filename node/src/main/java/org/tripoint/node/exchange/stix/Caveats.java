package org.tripoint.node.exchange.stix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;

/// A marking in English sentences, for programs and people that see no more of it than the colour.
final class Caveats {
  private Caveats() {}

  static String of(Marking marking) {
    List<String> lines = new ArrayList<>();
    if (marking.verifyBeforeAction()) {
      lines.add("Verify with the originator before anybody acts on this.");
    }
    lines.add("TLP:" + marking.tlp().name().replace("_STRICT", "+STRICT") + ".");
    if (!marking.releasableToCountries().isEmpty()) {
      lines.add("Releasable to " + list(marking.releasableToCountries()) + ".");
    }
    if (!marking.releasableToAgencies().isEmpty()) {
      lines.add("Only to " + list(marking.releasableToAgencies()) + ".");
    }
    lines.add("Purpose: " + words(marking.purpose()) + ".");
    if (marking.originatorControl()) {
      lines.add("Onward sharing: ask the originator.");
    }
    lines.add("Use in court: " + words(marking.courtUse()) + ".");
    lines.add("Use in other products: " + words(marking.derivativeUse()) + ".");
    if (marking.expires() != null) {
      lines.add("Not to be used after " + marking.expires() + ".");
    }
    if (marking.reviewOn() != null) {
      lines.add("The marking is reviewed on " + marking.reviewOn() + ".");
    }
    if (marking.protectedSource()) {
      lines.add("The source is protected.");
    }
    lines.add(
        "Source %s, information %s."
            .formatted(
                marking.sourceGrade().name().charAt(0),
                marking.informationGrade().name().charAt(1)));
    return String.join("\n", lines);
  }

  private static String list(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String words(Permission permission) {
    return switch (permission) {
      case ALLOWED -> "allowed";
      case ASK -> "ask the originator";
      case NEVER -> "never";
    };
  }

  private static String words(Marking.Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
