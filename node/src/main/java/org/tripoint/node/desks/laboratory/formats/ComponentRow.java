package org.tripoint.node.desks.laboratory.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.Presence.Bound;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.UnitResult;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Reads the component that one row of the node's own layout tells of.
final class ComponentRow {

  private static final String LIST = "tripoint";
  private static final Pattern INCHI_KEY = Pattern.compile("[A-Z]{14}-[A-Z]{8}[SN][A-Z]-[A-Z]");
  private static final String QUALIFIERS = "=, >, ~, <, present, trace, nd, nt";

  private final ReadSubstances substances;
  private final IdentificationStandard standard;

  ComponentRow(ReadSubstances substances, IdentificationStandard standard) {
    this.substances = substances;
    this.standard = standard;
  }

  /// Empty, with a finding for every rule that the row breaks, or because the row names no
  /// substance: an item in which nothing is reported.
  Optional<ResultComponent> read(Cells cells, int ordinal) {
    if (!cells.has("name_as_reported") && !cells.has("substance_inchikey")) {
      return Optional.empty();
    }
    String name =
        cells.has("name_as_reported")
            ? cells.text("name_as_reported", 500)
            : cells.text("substance_inchikey", 500);
    Integer number = cells.whole("component_no", 1, 500);
    SubstanceId substance = substance(cells, name);
    IdentificationLevel level =
        cells.code(
            "identification_level", IdentificationLevel.class, IdentificationLevel.TENTATIVE);
    ComponentRole role = cells.code("role", ComponentRole.class, ComponentRole.UNKNOWN);
    ConcentrationUnit unit = unit(cells);
    Presence presence = presence(cells, unit);
    DetectionLimits limits = limits(cells, unit);
    List<AppliedTechnique> techniques = TechniqueCell.read(cells, standard);
    List<UnitResult> units = unitResults(cells);
    String observed = cells.text("observed", 2_000);
    String comment = cells.text("component_comment", 2_000);
    if (!units.isEmpty() && !(presence instanceof Presence.Measured)) {
      cells.refuse("conc_value", "missing", "", "");
    }
    return cells.isRefused()
        ? Optional.empty()
        : Optional.of(
            new ResultComponent(
                number == null ? ordinal : number,
                name,
                substance,
                level,
                role,
                presence,
                limits,
                techniques,
                units,
                observed,
                comment));
  }

  private SubstanceId substance(Cells cells, String name) {
    checkCas(cells);
    String key = cells.raw("substance_inchikey");
    if (INCHI_KEY.matcher(key).matches()) {
      return new SubstanceId.Structure(key);
    }
    if (key.startsWith("isomer:") && key.length() > 7 && key.length() < 200) {
      return new SubstanceId.IsomerUnspecified(key.substring(7).strip());
    }
    if (!key.isEmpty()) {
      cells.refuse(
          "substance_inchikey", "not-in-list", key, "PJMPHNIQZUBGLI-UHFFFAOYSA-N, isomer:…");
    }
    if (name.isBlank()) {
      return new SubstanceId.AsReported("?");
    }
    SubstanceId id = substances.identify(LIST, name);
    if (!substances.isKnown(id)) {
      cells.notRecognised("name_as_reported", name);
    }
    return id;
  }

  private static void checkCas(Cells cells) {
    String cas = cells.raw("cas");
    if (!cas.isEmpty()) {
      try {
        var _ = new CasNumber(cas);
      } catch (IllegalArgumentException e) {
        cells.refuse("cas", "not-in-list", cas, "437-38-7");
      }
    }
  }

  private static ConcentrationUnit unit(Cells cells) {
    String text = cells.raw("conc_unit").toLowerCase(Locale.ROOT).replace(" ", "");
    return switch (text) {
      case "", "%", "%w/w", "percent" -> ConcentrationUnit.PERCENT;
      case "mg/g", "mg_per_g" -> ConcentrationUnit.MG_PER_G;
      case "mg/unit", "mg/tablet", "mg_per_unit", "mg" -> ConcentrationUnit.MG_PER_UNIT;
      case "mg/ml", "mg_per_ml" -> ConcentrationUnit.MG_PER_ML;
      case "ng/ml", "ng_per_ml" -> ConcentrationUnit.NG_PER_ML;
      default -> {
        cells.refuse(
            "conc_unit", "not-in-list", cells.raw("conc_unit"), "%, mg/g, mg/unit, mg/mL, ng/mL");
        yield ConcentrationUnit.PERCENT;
      }
    };
  }

  private static Presence presence(Cells cells, ConcentrationUnit unit) {
    ReportedNumber value = cells.number("conc_value");
    String qualifier = cells.raw("qualifier").toLowerCase(Locale.ROOT);
    return switch (qualifier) {
      case "" -> value == null ? new Presence.Present() : measured(cells, value, Bound.EXACT, unit);
      case "=", ">", "~" -> {
        if (value == null) {
          cells.refuse("conc_value", "missing", "", "");
          yield new Presence.Present();
        }
        Bound bound =
            qualifier.equals("=")
                ? Bound.EXACT
                : qualifier.equals(">") ? Bound.AT_LEAST : Bound.ABOUT;
        yield measured(cells, value, bound, unit);
      }
      case "<", "<loq" -> new Presence.BelowQuantification();
      case "present" -> without(cells, value, new Presence.Present());
      case "trace" -> without(cells, value, new Presence.Trace());
      case "nd" -> without(cells, value, new Presence.NotDetected());
      case "nt" -> without(cells, value, new Presence.NotTested());
      default -> {
        cells.refuse("qualifier", "not-in-list", cells.raw("qualifier"), QUALIFIERS);
        yield new Presence.Present();
      }
    };
  }

  /// A quantity beside "not there" contradicts it.
  private static Presence without(Cells cells, @Nullable ReportedNumber value, Presence presence) {
    if (value != null) {
      cells.refuse("conc_value", "not-in-list", value.text(), "\"\"");
    }
    return presence;
  }

  private static Presence measured(
      Cells cells, ReportedNumber value, Bound bound, ConcentrationUnit unit) {
    ReportedNumber uncertainty = cells.number("uncertainty");
    ReportedNumber factor = cells.number("coverage_factor");
    SaltForm salt =
        cells.has("salt") ? cells.code("salt", SaltForm.class, SaltForm.HYDROCHLORIDE) : null;
    QuantityBasis basis =
        cells.code(
            "conc_basis",
            QuantityBasis.class,
            salt == null ? QuantityBasis.NOT_STATED : QuantityBasis.SALT);
    QuantitationTier tier =
        cells.code(
            "tier",
            QuantitationTier.class,
            uncertainty == null
                ? QuantitationTier.T1_SEMI_QUANTITATIVE
                : QuantitationTier.T2_QUANTITATIVE);
    if (unit == ConcentrationUnit.PERCENT && value.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      cells.refuse("conc_value", "not-in-range", value.text(), "0 … 100");
    }
    if (uncertainty != null && factor == null) {
      cells.refuse("coverage_factor", "missing", "", "");
    } else if (uncertainty == null
        && (factor != null || tier == QuantitationTier.T2_QUANTITATIVE)) {
      cells.refuse("uncertainty", "missing", "", "");
    } else if (factor != null && factor.value().signum() == 0) {
      cells.refuse("coverage_factor", "not-in-range", factor.text(), "> 0");
    }
    if (tier == QuantitationTier.T0_QUALITATIVE) {
      cells.refuse("tier", "not-in-list", tier.name(), "T1_SEMI_QUANTITATIVE, T2_QUANTITATIVE");
    }
    if (salt != null && basis != QuantityBasis.SALT) {
      cells.refuse("conc_basis", "not-in-list", basis.name(), "SALT");
    }
    Integer replicates = cells.whole("replicates", 1, 1_000);
    return cells.isRefused()
        ? new Presence.Present()
        : new Presence.Measured(
            bound, value, unit, basis, salt, tier, uncertainty, factor, replicates);
  }

  private static @Nullable DetectionLimits limits(Cells cells, ConcentrationUnit unit) {
    ReportedNumber detection = cells.number("lod");
    ReportedNumber quantification = cells.number("loq");
    String qualifier = cells.raw("qualifier");
    // `< 0.5` says the limit itself.
    if (quantification == null && qualifier.startsWith("<")) {
      quantification = cells.number("conc_value");
    }
    if (detection == null && quantification == null) {
      return null;
    }
    if (detection != null
        && quantification != null
        && detection.value().compareTo(quantification.value()) > 0) {
      cells.refuse("loq", "not-in-range", quantification.text(), ">= " + detection.text());
      return null;
    }
    return new DetectionLimits(detection, quantification, unit);
  }

  /// `9.1; 10.2; 8.8`, in the component's unit.
  private static List<UnitResult> unitResults(Cells cells) {
    List<UnitResult> results = new ArrayList<>();
    for (String text : cells.raw("unit_results").split(";", -1)) {
      if (!text.isBlank()) {
        ReportedNumber value = cells.number("unit_results", text.strip());
        if (value != null) {
          results.add(new UnitResult(results.size() + 1, value, null));
        }
      }
    }
    if (results.size() > 1_000) {
      cells.refuse("unit_results", "not-in-range", Integer.toString(results.size()), "0 … 1000");
    }
    return results;
  }
}
