package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.spectra.identify.Answer;
import org.tripoint.engines.spectra.identify.Candidate;
import org.tripoint.engines.spectra.identify.Findings;
import org.tripoint.engines.spectra.identify.SpectralLibrary;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Near;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.vocabulary.RecordId;

/// Searches kept unknowns again when there is more to search.
///
/// What was found before is kept in memory and joined with what new libraries give, so that the
/// cost follows what is new; after a start, or when a library went or the registry changed, each is
/// searched whole once. A node with another calibration looks at all of them again.
@Component
class LookAgain {

  /// Libraries are read behind this; the next turn goes on.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Spectra whose findings stay in memory, at up to 50 kB each.
  private static final int MOST_HELD = 1_000;

  private static final int MOST_NEAR = 5;

  private final KeptSpectra spectra;
  private final KeptAnswers answers;
  private final LibraryShelf shelf;
  private final LibraryTable libraries;
  private final ReadRegistry registry;
  private final IdentifySpectrum identify;
  private final TellNamed tell;
  private final Map<RecordId, Looked> looked = new LinkedHashMap<>();

  LookAgain(
      KeptSpectra spectra,
      KeptAnswers answers,
      LibraryShelf shelf,
      LibraryTable libraries,
      ReadRegistry registry,
      IdentifySpectrum identify,
      TellNamed tell) {
    this.spectra = spectra;
    this.answers = answers;
    this.shelf = shelf;
    this.libraries = libraries;
    this.registry = registry;
    this.identify = identify;
    this.tell = tell;
  }

  /// What was found for a version, and where.
  private record Looked(long sequence, Shelf shelf, Findings findings) {}

  /// Searches those that were not searched in what is here now, and tells of names.
  ///
  /// @return how many were searched; 0 as well while the libraries are being read
  synchronized int run() {
    List<Kept> standing = spectra.list();
    String state = SearchedState.of(libraries.list(), registry.registry(), identify.calibration());
    Map<RecordId, Said> said = answers.all();
    List<Kept> due =
        standing.stream().filter(one -> isDue(one, said.get(one.record()), state)).toList();
    Optional<Shelf> ready = due.isEmpty() ? Optional.empty() : shelf.get(PATIENCE);
    if (ready.isEmpty()) {
      return 0;
    }
    var grown = new Grown(ready.get());
    due.forEach(one -> answers.put(one.record(), look(one, grown, state)));
    forget(standing);
    tell.run(answers.all());
    return due.size();
  }

  private static boolean isDue(Kept one, @Nullable Said said, String state) {
    return said == null || said.sequence() != one.sequence() || !said.searched().equals(state);
  }

  /// A shelf, with what is new on it since others, each indexed once.
  private record Grown(Shelf shelf, Map<Integer, SpectralLibrary> since) {
    Grown(Shelf shelf) {
      this(shelf, new HashMap<>());
    }

    SpectralLibrary since(Shelf before) {
      return since.computeIfAbsent(before.size(), shelf::from);
    }
  }

  private Said look(Kept one, Grown grown, String state) {
    Spectrum spectrum = one.content().spectrum();
    Findings findings = find(one, spectrum, grown);
    if (looked.containsKey(one.record()) || looked.size() < MOST_HELD) {
      looked.put(one.record(), new Looked(one.sequence(), grown.shelf(), findings));
    }
    return said(one.sequence(), state, identify.conclude(spectrum, findings), grown.shelf());
  }

  private Findings find(Kept one, Spectrum spectrum, Grown grown) {
    Looked before = looked.get(one.record());
    return before != null
            && before.sequence() == one.sequence()
            && grown.shelf().continues(before.shelf())
        ? before.findings().joined(IdentifySpectrum.find(spectrum, grown.since(before.shelf())))
        : IdentifySpectrum.find(spectrum, grown.shelf().index());
  }

  private static Said said(long sequence, String state, Answer answer, Shelf shelf) {
    Collection<Candidate> named = IdentifySpectrum.named(answer);
    return new Said(
        sequence,
        state,
        IdentifySpectrum.outcome(answer),
        answer instanceof Answer.FamilyOnly family ? family.family() : "",
        KeptSpectrum.decimal(answer.evidence().confidence(), 3),
        IdentifySpectrum.shown(answer).stream()
            .limit(Math.max(named.size(), MOST_NEAR))
            .map(one -> near(one, named.contains(one), shelf))
            .toList());
  }

  private static Near near(Candidate one, boolean named, Shelf shelf) {
    ShelvedSpectrum spectrum = shelf.spectra().get(one.best().entry());
    BigDecimal score = KeptSpectrum.decimal(one.best().score(), 3);
    return new Near(
        one.reference().name(),
        score,
        one.best().matched(),
        spectrum.library().content().name(),
        spectrum.licence(),
        named);
  }

  /// What is not kept any more is not held.
  private void forget(List<Kept> standing) {
    looked.keySet().retainAll(standing.stream().map(Kept::record).collect(Collectors.toSet()));
  }
}
