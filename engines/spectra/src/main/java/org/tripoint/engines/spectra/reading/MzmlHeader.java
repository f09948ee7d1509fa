package org.tripoint.engines.spectra.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// What stands before the spectra of an mzML file and holds for them: groups of terms that are
/// referred to, and which instruments ionise by electrons.
final class MzmlHeader {

  private static final String ELECTRON_IONISATION = "MS:1000389";

  private final ReadingLimits limits;
  private final Map<String, List<MzmlTerm>> groups = new HashMap<>();
  private final Set<String> electronInstruments = new HashSet<>();
  private @Nullable List<MzmlTerm> group;
  private @Nullable String instrument;
  private String usualInstrument = "";
  private int terms;

  MzmlHeader(ReadingLimits limits) {
    this.limits = limits;
  }

  void start(XMLStreamReader xml) throws Unfit {
    switch (xml.getLocalName()) {
      case "referenceableParamGroup" -> {
        count();
        group = groups.computeIfAbsent(MzmlTerm.attribute(xml, "id"), id -> new ArrayList<>());
      }
      case "instrumentConfiguration" -> instrument = MzmlTerm.attribute(xml, "id");
      case "run" -> usualInstrument = MzmlTerm.attribute(xml, "defaultInstrumentConfigurationRef");
      case "cvParam" -> term(MzmlTerm.of(xml));
      case "referenceableParamGroupRef" -> {
        for (MzmlTerm term : group(MzmlTerm.attribute(xml, "ref"))) {
          instrumentTerm(term);
        }
      }
      default -> {}
    }
  }

  private void term(MzmlTerm term) throws Unfit {
    if (group != null) {
      count();
      group.add(term);
    }
    instrumentTerm(term);
  }

  private void instrumentTerm(MzmlTerm term) throws Unfit {
    if (instrument != null && term.accession().equals(ELECTRON_IONISATION)) {
      count();
      electronInstruments.add(instrument);
    }
  }

  private void count() throws Unfit {
    if (++terms > limits.fields()) {
      throw Unfit.file(Fault.TOO_MANY_FIELDS, limits.fields());
    }
  }

  void end(String element) {
    if (element.equals("referenceableParamGroup")) {
      group = null;
    } else if (element.equals("instrumentConfiguration")) {
      instrument = null;
    }
  }

  /// The terms of a group; none if there is no such group.
  List<MzmlTerm> group(String id) {
    return groups.getOrDefault(id, List.of());
  }

  /// Whether an instrument ionises by electrons.
  ///
  /// @param configuration as a scan refers to it; empty for the usual one of the run
  boolean isElectronIonisation(String configuration) {
    return electronInstruments.contains(configuration.isEmpty() ? usualInstrument : configuration);
  }
}
