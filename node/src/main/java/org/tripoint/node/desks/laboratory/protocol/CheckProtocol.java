package org.tripoint.node.desks.laboratory.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.ConformanceLevel;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.results.SamplingPlan;
import org.tripoint.node.desks.laboratory.results.SamplingPlan.SamplingMethod;
import org.tripoint.vocabulary.SubstanceId;

/// Holds a result against the rules of the common protocol.
///
/// It refuses nothing: a result that breaks a rule is still what a laboratory found. Whoever reads
/// it is told.
@Component
public final class CheckProtocol {

  private final JudgeIdentification judge;
  private final IdentificationStandards standards;

  CheckProtocol(JudgeIdentification judge, IdentificationStandards standards) {
    this.judge = judge;
    this.standards = standards;
  }

  /// A rule that a result breaks.
  ///
  /// @param component its number; 0 for the result as a whole
  /// @param values what the words name
  public record Broken(ProtocolRule rule, int component, List<String> values) {
    public Broken {
      values = List.copyOf(values);
    }
  }

  /// What the check came to.
  ///
  /// @param level the conformance level that the result reaches; empty where it breaks a rule that
  ///   must be kept
  public record Checked(List<Broken> broken, Optional<ConformanceLevel> level) {
    public Checked {
      broken = List.copyOf(broken);
    }

    public boolean conforms() {
      return level.isPresent();
    }
  }

  /// Every rule, in the order in which the protocol states them, where the scope is not at hand.
  public Checked check(LabResult result) {
    return check(result, Optional.empty());
  }

  /// The same with the scope that the result names.
  public Checked check(LabResult result, Optional<AnalysisScope> scope) {
    List<Broken> broken = new ArrayList<>();
    checkItem(result, broken);
    for (ResultComponent component : result.components()) {
      checkIdentity(result, component, broken);
      checkPresence(result, component, scope, broken);
    }
    boolean conforms = broken.stream().noneMatch(one -> one.rule().isMust());
    return new Checked(broken, conforms ? Optional.of(level(result)) : Optional.empty());
  }

  private void checkItem(LabResult result, List<Broken> broken) {
    if (result.components().isEmpty()) {
      say(broken, ProtocolRule.NO_COMPONENT);
    }
    if (result.status() != ResultStatus.PRELIM && result.reportedOn() == null) {
      say(broken, ProtocolRule.REPORT_DATE_MISSING);
    }
    if (result.dateBasis() == DateBasis.COLLECTED
        && result.receivedOn() != null
        && result.date().start().isAfter(result.receivedOn())) {
      say(broken, ProtocolRule.RECEIVED_BEFORE_COLLECTED);
    }
    if (result.sampleOrigin() == SampleOrigin.SEIZURE
        && result.seizure().isEmpty()
        && result.custody().isEmpty()) {
      say(broken, ProtocolRule.CUSTODY_MISSING);
    }
    checkStandard(result, broken);
    checkSampling(result, broken);
  }

  private void checkStandard(LabResult result, List<Broken> broken) {
    boolean claims = result.components().stream().anyMatch(CheckProtocol::claimsIdentity);
    if (claims && result.standard().isEmpty()) {
      say(broken, ProtocolRule.STANDARD_MISSING);
    } else if (!result.standard().isEmpty()
        && standards.find(result.standard(), result.standardVersion()).isEmpty()) {
      say(
          broken,
          ProtocolRule.STANDARD_UNKNOWN,
          (result.standard() + " " + result.standardVersion()).strip());
    }
  }

  private static void checkSampling(LabResult result, List<Broken> broken) {
    SamplingPlan plan = result.samplingPlan();
    Integer units = result.material().units();
    if (plan == null) {
      if (units != null && units > 1) {
        say(broken, ProtocolRule.SAMPLING_PLAN_MISSING);
      }
      return;
    }
    if (plan.samplingMethod() == SamplingMethod.HYPERGEOMETRIC
        && plan.proportionPercent() > 0
        && plan.confidencePercent() >= 50
        && plan.population() <= SampleSize.MOST_UNITS) {
      int needed =
          SampleSize.smallest(
              plan.population(), plan.proportionPercent(), plan.confidencePercent());
      if (plan.taken() < needed || plan.positive() < plan.taken()) {
        say(
            broken,
            ProtocolRule.SAMPLING_TOO_SMALL,
            Integer.toString(plan.population()),
            Integer.toString(plan.proportionPercent()),
            Integer.toString(plan.confidencePercent()),
            Integer.toString(needed));
      }
    }
  }

  private static boolean claimsIdentity(ResultComponent component) {
    return component.presence().isFound() && component.level() == IdentificationLevel.IDENTIFIED;
  }

  private void checkIdentity(LabResult result, ResultComponent component, List<Broken> broken) {
    if (claimsIdentity(component)) {
      if (component.substance() instanceof SubstanceId.AsReported) {
        say(broken, component, ProtocolRule.SUBSTANCE_NOT_KEYED, component.name());
      }
      judge
          .judge(result, component)
          .filter(verdict -> verdict.outcome() != Outcome.MEETS_MIN)
          .ifPresent(
              _ -> say(broken, component, ProtocolRule.IDENTITY_NOT_ESTABLISHED, component.name()));
    }
    if (component.level() == IdentificationLevel.UNKNOWN
        && component.presence().isFound()
        && component.observed().isBlank()
        && result.attachments().isEmpty()) {
      say(broken, component, ProtocolRule.UNKNOWN_WITHOUT_TRACE, component.name());
    }
  }

  private static void checkPresence(
      LabResult result,
      ResultComponent component,
      Optional<AnalysisScope> scope,
      List<Broken> broken) {
    DetectionLimits limits = component.limits();
    switch (component.presence()) {
      case Measured measured -> checkQuantity(component, measured, limits, broken);
      case Presence.BelowQuantification _ -> {
        if (limits == null || limits.quantificationLimit() == null) {
          say(broken, component, ProtocolRule.LIMIT_MISSING, component.name());
        }
      }
      case Presence.NotDetected _ -> {
        if (result.scope().isEmpty()) {
          say(broken, component, ProtocolRule.NEGATIVE_WITHOUT_SCOPE, component.name());
        } else if (scope
            .filter(one -> !one.covers(component.substance(), result.day()))
            .isPresent()) {
          say(
              broken,
              component,
              ProtocolRule.NEGATIVE_OUT_OF_SCOPE,
              component.name(),
              (result.scope() + " " + result.scopeVersion()).strip());
        }
      }
      case Presence.Present _, Presence.Trace _, Presence.NotTested _ -> {}
    }
  }

  private static void checkQuantity(
      ResultComponent component,
      Measured measured,
      @Nullable DetectionLimits limits,
      List<Broken> broken) {
    if (measured.tier() == QuantitationTier.T2_QUANTITATIVE
        && measured.quantityBasis() == QuantityBasis.NOT_STATED) {
      say(broken, component, ProtocolRule.BASIS_NOT_STATED, component.name());
    }
    if (measured.quantityBasis() == QuantityBasis.SALT && measured.salt() == null) {
      say(broken, component, ProtocolRule.SALT_NOT_NAMED, component.name());
    }
    BigDecimal value = measured.value().value();
    if (limits != null
        && limits.quantificationLimit() != null
        && limits.unit() == measured.unit()
        && value.compareTo(limits.quantificationLimit().value()) < 0) {
      say(
          broken,
          component,
          ProtocolRule.VALUE_BELOW_LIMIT,
          component.name(),
          measured.value().text(),
          limits.quantificationLimit().text());
    }
  }

  /// Identity alone; with the main active measured; with by-products and the like examined too.
  private static ConformanceLevel level(LabResult result) {
    List<ResultComponent> main =
        result.components().stream()
            .filter(one -> one.role() == ComponentRole.ACTIVE_MAIN)
            .toList();
    boolean measured =
        !main.isEmpty()
            && main.stream()
                .allMatch(one ->
                    one.presence() instanceof Measured quantity
                        && quantity.tier() == QuantitationTier.T2_QUANTITATIVE);
    boolean profiled =
        result.components().stream()
            .map(ResultComponent::role)
            .anyMatch(role ->
                role == ComponentRole.IMPURITY
                    || role == ComponentRole.BYPRODUCT
                    || role == ComponentRole.INTERMEDIATE);
    return measured
        ? profiled ? ConformanceLevel.L3_IMPURITY_PROFILE : ConformanceLevel.L2_PURITY
        : ConformanceLevel.L1_IDENTITY;
  }

  private static void say(List<Broken> broken, ProtocolRule rule, String... values) {
    broken.add(new Broken(rule, 0, List.of(values)));
  }

  private static void say(
      List<Broken> broken, ResultComponent component, ProtocolRule rule, String... values) {
    broken.add(new Broken(rule, component.number(), List.of(values)));
  }
}
