package org.tripoint.node.desks.laboratory.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique.TechniqueSense;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Material.MaterialForm;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.results.SamplingPlan;
import org.tripoint.node.desks.laboratory.results.SamplingPlan.SamplingMethod;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Parts of the kit's messages: an invented laboratory, real substances.
final class KitMessages {

  static final SubstanceId FENTANYL = new SubstanceId.Structure("PJMPHNIQZUBGLI-UHFFFAOYSA-N");

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private KitMessages() {}

  /// A result as the kit varies it.
  record Draft(
      Material material,
      @Nullable SamplingPlan plan,
      List<ResultComponent> components,
      String scope,
      String standard,
      String version,
      ResultStatus status,
      @Nullable LocalDate receivedOn,
      @Nullable LocalDate reportedOn) {

    static Draft of(ResultComponent... components) {
      return new Draft(
          new Material(MaterialForm.POWDER, "white", "", null, null, null),
          null,
          List.of(components),
          "PANEL",
          "SWGDRUG",
          "8.0",
          ResultStatus.FINAL,
          DAY.plusDays(2),
          DAY.plusDays(9));
    }

    Draft withMaterial(Material other) {
      return new Draft(
          other, plan, components, scope, standard, version, status, receivedOn, reportedOn);
    }

    Draft withPlan(SamplingPlan other) {
      return new Draft(
          new Material(MaterialForm.TABLET, "blue", "M30", null, null, other.population()),
          other,
          components,
          scope,
          standard,
          version,
          status,
          receivedOn,
          reportedOn);
    }

    Draft withScope(String other) {
      return new Draft(
          material, plan, components, other, standard, version, status, receivedOn, reportedOn);
    }

    Draft withStandard(String other, String otherVersion) {
      return new Draft(
          material, plan, components, scope, other, otherVersion, status, receivedOn, reportedOn);
    }

    Draft withStatus(ResultStatus other) {
      return new Draft(
          material, plan, components, scope, standard, version, other, receivedOn, reportedOn);
    }

    Draft withDays(@Nullable LocalDate received, @Nullable LocalDate reported) {
      return new Draft(
          material, plan, components, scope, standard, version, status, received, reported);
    }

    LabResult result() {
      return new LabResult(
          "EXAMPLE",
          Country.CANADA,
          "ISO/IEC 17025:2017",
          "S-100",
          "1",
          "ca-example:2026-17",
          SampleOrigin.SEIZURE,
          PartialDate.day(DAY),
          DateBasis.COLLECTED,
          receivedOn,
          reportedOn,
          Place.admin1("CA-ON"),
          material,
          null,
          plan,
          components,
          scope,
          scope.isEmpty() ? "" : "3",
          standard,
          version,
          status,
          status == ResultStatus.AMENDED ? "salt named after a second measurement" : "",
          List.of(),
          "",
          List.of(),
          List.of(),
          Map.of());
    }
  }

  static LocalDate day(int after) {
    return DAY.plusDays(after);
  }

  static ResultComponent component(
      int number,
      String name,
      SubstanceId substance,
      IdentificationLevel level,
      ComponentRole role,
      Presence presence,
      @Nullable DetectionLimits limits,
      AppliedTechnique... techniques) {
    return new ResultComponent(
        number,
        name,
        substance,
        level,
        role,
        presence,
        limits,
        List.of(techniques),
        List.of(),
        "",
        "");
  }

  static ResultComponent identified(
      String name, SubstanceId substance, Presence presence, AppliedTechnique... techniques) {
    return component(
        1,
        name,
        substance,
        IdentificationLevel.IDENTIFIED,
        ComponentRole.ACTIVE_MAIN,
        presence,
        null,
        techniques);
  }

  /// GC-MS with both outputs in one sampling, infrared in another.
  static AppliedTechnique[] enough() {
    return new AppliedTechnique[] {used("GC-MS", 1, false, "GC", "MS"), used("IR", 2, false)};
  }

  static AppliedTechnique used(String code, int sampling, boolean isomers, String... outputs) {
    return new AppliedTechnique(
        code,
        List.of(outputs),
        sampling,
        TechniqueSense.POSITIVE,
        true,
        true,
        "certified reference",
        isomers);
  }

  static AppliedTechnique unreviewed(String code, int sampling) {
    return new AppliedTechnique(
        code, List.of(), sampling, TechniqueSense.POSITIVE, false, true, "", false);
  }

  static Presence.Measured measured(String value, QuantityBasis basis, @Nullable SaltForm salt) {
    return new Presence.Measured(
        Presence.Bound.EXACT,
        number(value),
        ConcentrationUnit.PERCENT,
        basis,
        salt,
        QuantitationTier.T2_QUANTITATIVE,
        number("0.6"),
        number("2"),
        3);
  }

  static DetectionLimits limit(String quantification) {
    return new DetectionLimits(null, number(quantification), ConcentrationUnit.PERCENT);
  }

  static ReportedNumber number(String text) {
    return ReportedNumber.find(text).orElseThrow();
  }

  static SamplingPlan plan(int population, int taken) {
    return new SamplingPlan(SamplingMethod.HYPERGEOMETRIC, population, taken, taken, 90, 95);
  }
}
