package org.tripoint.node.desks.laboratory.spectra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.spectra.identify.Answer;
import org.tripoint.engines.spectra.identify.Calibration;
import org.tripoint.engines.spectra.identify.Candidate;
import org.tripoint.engines.spectra.identify.DiagnosticIons;
import org.tripoint.engines.spectra.identify.Findings;
import org.tripoint.engines.spectra.identify.Identify;
import org.tripoint.engines.spectra.identify.Kin;
import org.tripoint.engines.spectra.identify.SpectralLibrary;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.node.substances.ReadRegistry;

/// Says what a spectrum may be, by the libraries in memory.
@Component
class IdentifySpectrum {

  private final Calibration calibration = Calibration.shipped();
  private final Identify identify = new Identify(calibration, DiagnosticIons.shipped());
  private final ReadRegistry registry;

  IdentifySpectrum(ReadRegistry registry) {
    this.registry = registry;
  }

  /// What was found in an index; every library may be searched here, its licence is about leaving.
  static Findings find(Spectrum query, SpectralLibrary index) {
    return index.find(query, reference -> true);
  }

  /// The version of what the answers are weighed by; families are told by what came with it.
  String calibration() {
    return calibration.version();
  }

  Answer conclude(Spectrum query, Findings findings) {
    return identify.conclude(query, findings);
  }

  /// The family that several spectra of one substance tell together.
  Optional<String> familyOfAll(List<Identify.Searched> spectra) {
    return identify.familyOfAll(spectra);
  }

  Answer identify(Spectrum query, Shelf shelf) {
    return conclude(query, find(query, shelf.index()));
  }

  /// What an answer names, or what is nearest where it names nothing; best first.
  static List<Candidate> shown(Answer answer) {
    return switch (answer) {
      case Answer.Identified identified -> {
        Set<Candidate> all = new LinkedHashSet<>(List.of(identified.candidate()));
        all.addAll(identified.evidence().candidates());
        yield List.copyOf(all);
      }
      case Answer.OneOfIsomers isomers -> {
        Set<Candidate> all = new LinkedHashSet<>(isomers.candidates());
        all.addAll(isomers.evidence().candidates());
        yield List.copyOf(all);
      }
      case Answer.FamilyOnly family -> family.evidence().candidates();
      case Answer.Unknown unknown -> unknown.evidence().candidates();
    };
  }

  /// What an answer names: none for a family or an unknown.
  static List<Candidate> named(Answer answer) {
    return switch (answer) {
      case Answer.Identified identified -> List.of(identified.candidate());
      case Answer.OneOfIsomers isomers -> isomers.candidates();
      case Answer.FamilyOnly ignored -> List.of();
      case Answer.Unknown ignored -> List.of();
    };
  }

  /// In one word.
  static String outcome(Answer answer) {
    return switch (answer) {
      case Answer.Identified ignored -> "identified";
      case Answer.OneOfIsomers ignored -> "isomers";
      case Answer.FamilyOnly ignored -> "family";
      case Answer.Unknown ignored -> "unknown";
    };
  }

  /// Number of the library spectrum of the nearest family.
  static Optional<Integer> kin(Answer answer) {
    return answer.evidence().kin().map(Kin::entry);
  }

  /// Substances of the registry that a library spectrum is of: every stereoisomer of its structure,
  /// since a spectrum rarely tells them apart; without a structure what its name alone means.
  List<Substance> substancesOf(ShelvedSpectrum spectrum) {
    Registry known = registry.registry();
    List<Substance> found = new ArrayList<>();
    String skeleton = spectrum.compound().skeleton();
    if (skeleton != null) {
      found.addAll(known.listBySkeleton(skeleton));
    } else if (known.lookUp(spectrum.compound().name())
        instanceof Meaning.One(Substance one, var salt, var near)) {
      found.add(one);
    }
    return found;
  }
}
