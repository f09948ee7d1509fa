package org.tripoint.node.desks.laboratory.pages;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.laboratory.pages.CompareViews.AgreementView;
import org.tripoint.node.desks.laboratory.protocol.Agreement;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Broken;
import org.tripoint.node.desks.laboratory.protocol.Verdict;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Remark;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// What results and rules say, in the words of a page.
///
/// @param registry for names of structures
public record ResultWords(Page page, Registry registry) {

  String code(String group, Enum<?> code) {
    return page.t("laboratory." + group + "." + code.name());
  }

  String date(PartialDate date) {
    return switch (date.certainty()) {
      case DAY -> page.day(date.start());
      case MONTH -> page.month(date.monthOfStart());
      case YEAR -> date.toString();
    };
  }

  String place(Place place) {
    return place(place.key());
  }

  /// A subdivision by its name, another place by its code.
  public String place(String key) {
    if (page.has("place." + key)) {
      return page.t("place." + key);
    }
    if (key.equals("?")) {
      return page.t("laboratory.area.unknown");
    }
    String[] parts = key.split(":", 3);
    return parts.length == 3 ? parts[2] : key;
  }

  Optional<Substance> substance(SubstanceId id) {
    return id instanceof SubstanceId.Structure(String key)
        ? registry.findByKey(key)
        : Optional.empty();
  }

  /// Address of the page with the substance's control status; "" when it is no known structure.
  String link(SubstanceId id) {
    return substance(id).map(one -> "/substances/" + one.id() + "#control").orElse("");
  }

  /// Whether it is there, and how much.
  String presence(Presence presence, @Nullable DetectionLimits limits) {
    return switch (presence) {
      case Measured measured -> quantity(measured);
      case Presence.Present _ -> page.t("laboratory.presence.present");
      case Presence.Trace _ -> page.t("laboratory.presence.trace");
      case Presence.BelowQuantification _ -> below(limits);
      case Presence.NotDetected _ -> page.t("laboratory.presence.not-detected");
      case Presence.NotTested _ -> page.t("laboratory.presence.not-tested");
    };
  }

  private String below(@Nullable DetectionLimits limits) {
    if (limits == null || limits.quantificationLimit() == null) {
      return page.t("laboratory.presence.below");
    }
    return page.t(
        "laboratory.presence.below-limit",
        number(limits.quantificationLimit()),
        code("unit", limits.unit()));
  }

  String quantity(Measured measured) {
    String bound =
        switch (measured.bound()) {
          case EXACT -> "";
          case AT_LEAST, ABOUT -> code("bound", measured.bound()) + " ";
        };
    ReportedNumber uncertainty = measured.uncertainty();
    ReportedNumber factor = measured.coverageFactor();
    String spread =
        uncertainty == null || factor == null
            ? ""
            : " " + page.t("laboratory.presence.uncertainty", number(uncertainty), number(factor));
    return bound
        + number(measured.value())
        + spread
        + " "
        + code("unit", measured.unit())
        + ", "
        + (measured.salt() == null
            ? code("basis", measured.quantityBasis())
            : page.t("laboratory.basis.as", code("salt", measured.salt())));
  }

  String number(ReportedNumber number) {
    return number(number.value());
  }

  String number(BigDecimal value) {
    return page.number(value, Math.max(0, Math.min(6, value.scale())));
  }

  AgreementView agreement(Agreement agreement) {
    return switch (agreement) {
      case Agreement.Agree(BigDecimal difference, BigDecimal limit) ->
          new AgreementView(
              page.t("laboratory.agreement.agree"), "good", difference(difference, limit));
      case Agreement.Disagree(BigDecimal difference, BigDecimal limit) ->
          new AgreementView(
              page.t("laboratory.agreement.disagree"), "bad", difference(difference, limit));
      case Agreement.NotComparable(Agreement.Why why) ->
          new AgreementView(
              page.t("laboratory.agreement.not-comparable"), "missing", code("agreement.why", why));
    };
  }

  private String difference(BigDecimal difference, BigDecimal limit) {
    return page.t(
        "laboratory.agreement.difference", page.number(difference, 2), page.number(limit, 2));
  }

  String outcome(Outcome outcome) {
    return page.t("laboratory.outcome." + outcome.name());
  }

  static String tone(Outcome outcome) {
    return switch (outcome) {
      case MEETS_MIN -> "good";
      case PARTIAL -> "incomplete";
      case PRESUMPTIVE_ONLY -> "warning";
    };
  }

  /// Every remark of a verdict: what is missing first.
  List<String> remarks(Verdict verdict) {
    return verdict.remarks().stream()
        .sorted(java.util.Comparator.comparing(remark -> !remark.reason().isMissing()))
        .map(this::remark)
        .toList();
  }

  String remark(Remark remark) {
    return page.t(
        "laboratory.reason." + remark.reason().name(), (Object[]) values(remark.values()));
  }

  String broken(Broken broken) {
    return page.t("laboratory.rule." + broken.rule().name(), (Object[]) values(broken.values()));
  }

  private static String[] values(List<String> values) {
    return values.toArray(new String[0]);
  }
}
