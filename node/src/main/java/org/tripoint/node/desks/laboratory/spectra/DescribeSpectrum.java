package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.spectra.identify.Answer;
import org.tripoint.engines.spectra.identify.Candidate;
import org.tripoint.engines.spectra.identify.Evidence;
import org.tripoint.engines.spectra.identify.SpectralLibrary;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.AnswerView;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.CandidateRow;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Cell;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.ControlRow;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Fact;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.IonRow;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Link;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.MirrorView;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRules;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Puts a spectrum and what may be said of it into words and pictures.
@Component
class DescribeSpectrum {

  private static final int PEAKS_LISTED = 20;

  private final IdentifySpectrum identify;
  private final ReadRules rules;

  DescribeSpectrum(IdentifySpectrum identify, ReadRules rules) {
    this.identify = identify;
    this.rules = rules;
  }

  /// What is asked about, and where.
  ///
  /// @param base address of the page without its query
  /// @param others how many spectra the file has
  record Subject(
      String base, String fileName, int others, LibraryEntry entry, Asked asked, LocalDate today) {

    Spectrum spectrum() {
      return asked.spectrum(entry);
    }

    String name() {
      return entry.compound().name();
    }
  }

  SpectrumView describe(Subject subject, @Nullable Shelf shelf, Page page) {
    Spectrum spectrum = subject.spectrum();
    boolean searched = Asked.canBeSearched(spectrum);
    return new SpectrumView(
        subject.base(),
        subject.asked().query(),
        subject.asked(),
        subject.name(),
        subject.fileName(),
        subject.others(),
        facts(spectrum, page),
        choices(
            "spectra.kind.",
            Stream.of(SpectrumKind.ELECTRON_IONISATION, SpectrumKind.TANDEM),
            page),
        choices("spectra.polarity.", Stream.of(Polarity.POSITIVE, Polarity.NEGATIVE), page),
        searched,
        SpectralLibrary.hasModes(spectrum) && searched
            ? subject.base() + "/search?" + subject.asked().query("mode", "HYBRID")
            : "",
        searched && shelf != null
            ? Optional.of(answer(subject, spectrum, shelf, page))
            : Optional.empty(),
        peaks(spectrum.peaks(), page));
  }

  private static List<Option> choices(String prefix, Stream<? extends Enum<?>> all, Page page) {
    return Stream.concat(
            Stream.of(new Option("", page.t("spectra.as.file"))),
            all.map(one -> new Option(one.name(), page.t(prefix + one.name()))))
        .toList();
  }

  private static List<Fact> facts(Spectrum spectrum, Page page) {
    Acquisition how = spectrum.acquisition();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("kind", page.t("spectra.kind." + spectrum.kind().name()));
    facts.put("precursor", how.precursorMz() == null ? null : number(how.precursorMz(), 4, page));
    facts.put(
        "polarity",
        how.polarity() == Polarity.UNKNOWN
            ? null
            : page.t("spectra.polarity." + how.polarity().name()));
    facts.put("peaks", page.number(spectrum.peaks().size()));
    facts.put("adduct", how.adduct());
    facts.put("energy", how.collisionEnergy());
    facts.put("ionisation", how.ionisationEnergy());
    facts.put(
        "retention",
        how.retentionSeconds() == null
            ? null
            : page.t("spectra.seconds", number(how.retentionSeconds(), 1, page)));
    facts.put("instrument", how.instrument() == null ? how.instrumentType() : how.instrument());
    List<Fact> shown = new ArrayList<>();
    facts.forEach((name, value) -> {
      if (value != null) {
        shown.add(new Fact(page.t("spectra.fact." + name), value.toString()));
      }
    });
    return shown;
  }

  /// The highest, by m/z.
  static List<Fact> peaks(Peaks peaks, Page page) {
    double top = peaks.intensity(peaks.basePeak());
    return IntStream.range(0, peaks.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -peaks.intensity(i)))
        .limit(PEAKS_LISTED)
        .sorted()
        .map(i ->
            new Fact(number(peaks.mz(i), 4, page), number(100 * peaks.intensity(i) / top, 1, page)))
        .toList();
  }

  private AnswerView answer(Subject subject, Spectrum spectrum, Shelf shelf, Page page) {
    Answer answer = identify.identify(spectrum, shelf);
    SpectraWords words = new SpectraWords(page);
    List<Candidate> shown = IdentifySpectrum.shown(answer);
    List<Candidate> named = IdentifySpectrum.named(answer);
    int chosen = subject.asked().candidate(shown.size());
    Outcome outcome = outcome(answer, words);
    LocalDate day = subject.asked().day(subject.today());
    return new AnswerView(
        IdentifySpectrum.outcome(answer),
        outcome.tone(),
        outcome.title(),
        outcome.what(),
        outcome.open(),
        page.t("spectra.searched", shelf.size(), shelf.libraries().size()),
        scores(answer, page),
        IntStream.range(0, shown.size())
            .mapToObj(i ->
                row(
                    shown.get(i),
                    i,
                    new Place(named.contains(shown.get(i)), i == chosen),
                    subject,
                    shelf,
                    page))
            .toList(),
        !named.isEmpty(),
        answer.evidence().ions().stream()
            .map(ion ->
                new IonRow(
                    words.family(ion.family()),
                    ion.ion(),
                    number(ion.mz(), 4, page),
                    number(ion.percent(), 1, page)))
            .toList(),
        controls(named.isEmpty() ? shown : named, shelf, day, page),
        Stream.of(Jurisdiction.values())
            .map(one -> page.t("substances.jurisdiction." + one.name()))
            .toList(),
        day.toString(),
        mirror(answer, shown, chosen, subject, shelf, page));
  }

  /// What a candidate is to the answer.
  private record Place(boolean named, boolean chosen) {}

  private record Outcome(String tone, String title, String what, String open) {}

  private static Outcome outcome(Answer answer, SpectraWords words) {
    Page page = words.page();
    return switch (answer) {
      case Answer.Identified one ->
          new Outcome(
              "good",
              page.t("spectra.outcome.identified", one.candidate().reference().name()),
              page.t("spectra.outcome.identified.what"),
              page.t("spectra.outcome.identified.open"));
      case Answer.OneOfIsomers some ->
          new Outcome(
              "warning",
              page.t("spectra.outcome.isomers"),
              page.t("spectra.outcome.isomers.what", some.candidates().size()),
              page.t("spectra.outcome.isomers.open"));
      case Answer.FamilyOnly family ->
          new Outcome(
              "info",
              page.t("spectra.outcome.family", words.family(family.family())),
              page.t("spectra.outcome.family.what"),
              page.t("spectra.outcome.family.open"));
      case Answer.Unknown ignored ->
          new Outcome(
              "missing",
              page.t("spectra.outcome.unknown"),
              page.t("spectra.outcome.unknown.what"),
              page.t("spectra.outcome.unknown.open"));
    };
  }

  private static List<Fact> scores(Answer answer, Page page) {
    Evidence evidence = answer.evidence();
    SpectraWords words = new SpectraWords(page);
    List<Fact> facts = new ArrayList<>();
    if (!evidence.candidates().isEmpty()) {
      Candidate best = evidence.candidates().getFirst();
      facts.add(new Fact(page.t("spectra.score"), number(best.best().score(), 3, page)));
      facts.add(new Fact(page.t("spectra.gap"), number(evidence.gap(), 3, page)));
      facts.add(new Fact(page.t("spectra.matched"), page.number(best.best().matched())));
      facts.add(new Fact(page.t("spectra.laboratories"), page.number(best.laboratories())));
      facts.add(
          new Fact(
              page.t("spectra.confidence"),
              page.percent(BigDecimal.valueOf(evidence.confidence()), 0)));
    }
    evidence
        .kin()
        .ifPresent(kin ->
            facts.add(
                new Fact(
                    page.t("spectra.kin"),
                    page.t(
                        "spectra.kin.value",
                        words.family(String.valueOf(kin.reference().family())),
                        page.percent(BigDecimal.valueOf(evidence.familyConfidence()), 0)))));
    facts.add(new Fact(page.t("spectra.calibration"), evidence.calibration()));
    return facts;
  }

  private CandidateRow row(
      Candidate candidate, int at, Place place, Subject subject, Shelf shelf, Page page) {
    ShelvedSpectrum spectrum = shelf.spectra().get(candidate.best().entry());
    String accession = spectrum.provenance().accession();
    String formula = candidate.reference().formula();
    return new CandidateRow(
        candidate.reference().name(),
        formula == null ? "" : formula,
        place.named(),
        place.chosen(),
        subject.base()
            + "?"
            + subject.asked().query("against", Integer.toString(at + 1))
            + "#mirror",
        number(candidate.best().score(), 3, page),
        page.number(candidate.best().matched()),
        page.number(candidate.laboratories()),
        spectrum.library().content().name(),
        accession == null ? "" : accession,
        spectrum.licence(),
        spectrum.library().content().synthetic(),
        identify.substancesOf(spectrum).stream()
            .map(one -> new Link("/substances/" + one.id(), one.nameIn(page.language().code())))
            .toList());
  }

  private List<ControlRow> controls(
      List<Candidate> candidates, Shelf shelf, LocalDate day, Page page) {
    Map<String, ControlRow> rows = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      ShelvedSpectrum spectrum = shelf.spectra().get(candidate.best().entry());
      List<Substance> known = identify.substancesOf(spectrum);
      for (Substance one : known) {
        rows.computeIfAbsent(one.id(), id -> control(one, day, page));
      }
      if (known.isEmpty()) {
        outside(spectrum.compound(), day, page)
            .ifPresent(row -> rows.putIfAbsent(row.address(), row));
      }
    }
    return List.copyOf(rows.values());
  }

  private ControlRow control(Substance one, LocalDate day, Page page) {
    return row(
        "/substances/" + one.id() + "?on=" + day + "#control",
        one.nameIn(page.language().code()),
        rules.decide(one, day),
        page);
  }

  /// What the rules say of a compound that the registry does not hold, by the library's structure.
  private Optional<ControlRow> outside(Compound compound, LocalDate day, Page page) {
    String smiles = compound.smiles();
    return smiles == null
        ? Optional.empty()
        : rules
            .decideSmiles(smiles, day)
            .map(answers ->
                row(
                    "/substances/ask?smiles="
                        + URLEncoder.encode(smiles, StandardCharsets.UTF_8)
                        + "&on="
                        + day,
                    compound.name(),
                    answers,
                    page));
  }

  private static ControlRow row(
      String address, String name, Map<Jurisdiction, Coverage> answers, Page page) {
    return new ControlRow(
        address,
        name,
        answers.values().stream()
            .map(ControlOutcome::of)
            .map(
                outcome -> new Cell(page.t("substances.outcome." + outcome.name()), outcome.tone()))
            .toList());
  }

  private static Optional<MirrorView> mirror(
      Answer answer, List<Candidate> shown, int chosen, Subject subject, Shelf shelf, Page page) {
    Optional<Integer> entry =
        shown.isEmpty()
            ? IdentifySpectrum.kin(answer)
            : Optional.of(shown.get(chosen).best().entry());
    return entry.map(number ->
        new DrawMirror(
                subject.spectrum(),
                subject.name(),
                shelf.spectra().get(number),
                subject.asked(),
                page)
            .view(subject.base()));
  }

  /// The picture as a file, where the licence lets the library's spectrum leave.
  Optional<DrawMirror> findMirror(Subject subject, Shelf shelf, Page page) {
    Spectrum spectrum = subject.spectrum();
    Answer answer = identify.identify(spectrum, shelf);
    List<Candidate> shown = IdentifySpectrum.shown(answer);
    Optional<Integer> entry =
        shown.isEmpty()
            ? IdentifySpectrum.kin(answer)
            : Optional.of(shown.get(subject.asked().candidate(shown.size())).best().entry());
    return entry
        .map(number -> shelf.spectra().get(number))
        .filter(below -> below.library().content().mayBeShared())
        .map(below -> new DrawMirror(spectrum, subject.name(), below, subject.asked(), page));
  }

  private static String number(double value, int decimals, Page page) {
    return page.number(BigDecimal.valueOf(value), decimals);
  }
}
