package org.tripoint.node.web.ledgerpages;

import java.util.Map;
import java.util.regex.Pattern;
import org.tripoint.node.web.Wording;

/// Words for the codes that records hold, such as `PORT_OF_ENTRY`: those that desks have for the
/// same code on their own pages, found by kind and field.
final class ValueWords {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  /// `<kind>.<field>` or `<field>` of every kind, and the beginning of the desk's message keys.
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("setting", "seizures.setting."),
          Map.entry("direction", "seizures.direction."),
          Map.entry("itemClass", "seizures.what."),
          Map.entry("form", "seizures.form."),
          Map.entry("weightBasis", "seizures.weight."),
          Map.entry("countBasis", "seizures.count."),
          Map.entry("siteClass", "seizures.site."),
          Map.entry("merge-decision.verdict", "seizures.verdict."),
          Map.entry("health-observation.measure", "health.measure."),
          Map.entry("health-observation.kind", "health.period-kind."),
          Map.entry("fentanylStrip", "proof.value.strip."),
          Map.entry("benzodiazepineStrip", "proof.value.strip."),
          Map.entry("signal-triage.state", "signals.state."),
          Map.entry("signal.confidence", "signals.confidence."),
          Map.entry("signal.topic", "notices.type."),
          Map.entry("signal.aspect", "signals.aspect."),
          Map.entry("signal-judgement.verdict", "signals.verdict."),
          Map.entry("notice.type", "notices.type."),
          Map.entry("notice.urgency", "notices.urgency."),
          Map.entry("notice.heading", "notices.heading."),
          Map.entry("notice.release", "notices.release."),
          Map.entry("notice-draft.type", "notices.type."),
          Map.entry("notice-draft.urgency", "notices.urgency."),
          Map.entry("notice-draft.heading", "notices.heading."),
          Map.entry("notice-draft.release", "notices.release."),
          Map.entry("notice-draft.stage", "notices.stage."),
          Map.entry("notice-mailing.says", "proof.value.says."),
          Map.entry("notice-mailing.outcome", "notices.mail.outcome."),
          Map.entry("notice-mailing.language", "proof.value.language."),
          Map.entry("notice-mail-list.language", "proof.value.language."),
          Map.entry("whom", "proof.value.whom."),
          Map.entry("metric-observation.state", "proof.value.figure-state."),
          Map.entry("request-for-information.urgency", "liaison.urgency."),
          Map.entry("request-answer.outcome", "liaison.state."),
          Map.entry("request-answer.refusal", "liaison.refusal."),
          Map.entry("request-feedback.hit", "liaison.hit."),
          Map.entry("onward-copies.state", "proof.value.copy."),
          Map.entry("liaison-read.page", "liaison.page."),
          Map.entry("contact-report.means", "liaison.means."),
          Map.entry("contact-report.state", "liaison.contact.state."),
          Map.entry("contact-rule.counting", "liaison.counting."),
          Map.entry("contact-rule.certainty", "liaison.sureness."),
          Map.entry("retention-rule.clock", "retention.clock."),
          Map.entry("retention-rule.certainty", "retention.certainty."),
          Map.entry("retention-rule.unit", "retention.unit."),
          Map.entry("remote-collection.signIn", "taxii.remote.sign-in."),
          Map.entry("call-back-decision.measure", "exchange.call-back.measure."),
          Map.entry("call-back-decision.courtUse", "web.marking.permission."),
          Map.entry("call-back-decision.derivativeUse", "web.marking.permission."),
          Map.entry("call-back-decision.tlp", "web.marking.tlp."),
          Map.entry("retention-decision.verdict", "retention.verdict."),
          Map.entry("spectrumKind", "spectra.kind."),
          Map.entry("polarity", "spectra.polarity."),
          Map.entry("detector-setting.method", "detectors.method."),
          Map.entry("place-adjacency.adjacency", "detectors.adjacent."),
          Map.entry("sampleOrigin", "laboratory.origin."),
          Map.entry("dateBasis", "laboratory.day."),
          Map.entry("lab-result.form", "laboratory.form."),
          Map.entry("lab-result.unit", "laboratory.unit."),
          Map.entry("analysis-scope.unit", "laboratory.unit."),
          Map.entry("toxicology-case.unit", "laboratory.unit."),
          Map.entry("proficiency-round.unit", "laboratory.unit."),
          Map.entry("quantityBasis", "laboratory.basis."),
          Map.entry("salt", "laboratory.salt."),
          Map.entry("tier", "laboratory.tier."),
          Map.entry("bound", "laboratory.bound."),
          Map.entry("lab-result.level", "laboratory.level."),
          Map.entry("lab-result.role", "laboratory.role."),
          Map.entry("lab-result.sense", "laboratory.sense."),
          Map.entry("lab-result.status", "laboratory.status."),
          Map.entry("samplingMethod", "laboratory.sampling."),
          Map.entry("conformance", "laboratory.conformance."),
          Map.entry("caseType", "laboratory.case."),
          Map.entry("sex", "laboratory.sex."),
          Map.entry("naloxone", "laboratory.answer."),
          Map.entry("toxicology-case.matrix", "laboratory.specimen."),
          Map.entry("causal", "laboratory.causal."),
          Map.entry("manner", "laboratory.manner."),
          Map.entry("law-review.verdict", "law.verdict."),
          Map.entry("law-review.jurisdiction", "substances.jurisdiction."),
          Map.entry("control-fact.jurisdiction", "substances.jurisdiction."),
          Map.entry("control-fact.says", "law.says."),
          Map.entry("control-fact.covers", "substances.covers."),
          Map.entry("control-fact.kind", "law.date-kind."),
          Map.entry("control-fact.certainty", "substances.certainty."),
          Map.entry("part", "proof.part."),
          Map.entry("roles", "substances.role."),
          Map.entry("numbers", "proof.value.numbers."),
          Map.entry("release.publishedBasis", "proof.value.publishedBasis."),
          Map.entry("purge.basis", "proof.basis."),
          Map.entry("purpose", "proof.purpose."),
          Map.entry("purposes", "proof.purpose."),
          Map.entry("action", "proof.value.action."),
          Map.entry("why", "proof.value.why."),
          Map.entry("onward", "proof.value.onward."),
          Map.entry("assurance", "proof.value.assurance."),
          Map.entry("naming", "proof.value.naming."),
          Map.entry("scheme", "proof.value.scheme."),
          Map.entry("of", "proof.value.of."),
          Map.entry("parts", "proof.part."));

  private ValueWords() {}

  /// How the value reads in words; "" where there are none and the code must speak for itself.
  ///
  /// @param field the last name of the value's path
  static String of(String kind, String field, String value, Wording page) {
    String key = key(kind, field);
    return key.isEmpty() || !isCode(value) ? "" : page.t(key + value);
  }

  static boolean isCode(String value) {
    return CODE.matcher(value).matches();
  }

  /// The beginning of the message keys for the field's codes; "" where it holds none, or nobody has
  /// words for them.
  static String key(String kind, String field) {
    return KEYS.getOrDefault(kind + "." + field, KEYS.getOrDefault(field, ""));
  }
}
