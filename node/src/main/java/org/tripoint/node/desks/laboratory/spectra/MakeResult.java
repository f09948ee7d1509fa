package org.tripoint.node.desks.laboratory.spectra;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tripoint.engines.spectra.identify.Answer;
import org.tripoint.engines.spectra.identify.Candidate;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.node.desks.laboratory.lists.FindResults;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique.TechniqueSense;
import org.tripoint.node.desks.laboratory.results.AttachedFile;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Measured;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Makes the preliminary result of an item from what its spectrum allows to say, or adds the
/// spectrum to the result that the item has. The spectrum is one technique: nothing is called
/// identified that one spectrum cannot identify.
@Service
class MakeResult {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "jdx", "chemical/x-jcamp-dx",
          "dx", "chemical/x-jcamp-dx",
          "mzml", "application/xml",
          "cdf", "application/netcdf");

  private final MeasuredFiles files;
  private final FindResults results;
  private final ReadLedger read;
  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Clock clock;

  MakeResult(
      MeasuredFiles files,
      FindResults results,
      ReadLedger read,
      AppendRecords ledger,
      RunReaders readers,
      Clock clock) {
    this.files = files;
    this.results = results;
    this.read = read;
    this.ledger = ledger;
    this.readers = readers;
    this.clock = clock;
  }

  /// What the result rests on.
  ///
  /// @param number of the spectrum in its file
  record Ground(Measured file, int number, Spectrum spectrum, Answer answer, Shelf shelf) {}

  /// What becomes of it.
  sealed interface Made {
    /// A first result of the item.
    record New(RecordId record) implements Made {}

    /// Another technique or component of the result that the item had.
    record Added(RecordId record) implements Made {}

    /// The item has a settled result: adding to it is an amendment and needs a reason.
    record NeedsReason(RecordId record) implements Made {}

    /// Another source keeps the item's result: it is amended there.
    record Elsewhere(RecordId record) implements Made {}
  }

  /// Appends it, never in the place of what the item has already; the form has no problem.
  Made make(ResultForm form, Ground ground, String account) {
    Optional<RecordVersion> had = find(form);
    if (had.isEmpty()) {
      return new Made.New(append(form, result(form, ground), account));
    }
    RecordVersion version = had.get();
    RecordId record = version.header().record();
    if (!isOwn(form, version)) {
      return new Made.Elsewhere(record);
    }
    LabResult result = version.content(LabResult.KIND).orElseThrow();
    if (result.status() != ResultStatus.PRELIM && form.amendment().isEmpty()) {
      return new Made.NeedsReason(record);
    }
    LabResult more =
        new AddToResult(result).with(component(ground), attached(ground), form.amendment());
    return new Made.Added(append(form, more, account));
  }

  /// The item's result as it stands, if this laboratory has one: under the form's source before any
  /// other.
  private Optional<RecordVersion> find(ResultForm form) {
    List<RecordVersion> own =
        results.ofItem(Country.of(form.country()), form.submission(), form.item()).stream()
            .flatMap(record -> read.findCurrent(record).stream())
            .filter(version ->
                version
                    .content(LabResult.KIND)
                    .filter(result -> form.means(result.laboratory()))
                    .isPresent())
            .toList();
    return own.stream()
        .filter(version -> isOwn(form, version))
        .findFirst()
        .or(() -> own.stream().findFirst());
  }

  private static boolean isOwn(ResultForm form, RecordVersion version) {
    return version.header().source().equals(form.source())
        && version.key().filter(key(form)::equals).isPresent();
  }

  private static String key(ResultForm form) {
    return form.submission() + "/" + form.item();
  }

  private RecordId append(ResultForm form, LabResult result, String account) {
    RecordId record =
        ledger
            .append(
                new Batch(
                    form.source(),
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    account,
                    List.of(
                        new Entry.Put<>(
                            LabResult.KIND,
                            key(form),
                            result,
                            Marking.originatorOnly(Purpose.LAW_ENFORCEMENT),
                            result.day()))))
            .outcomes()
            .getFirst()
            .requireRecord();
    readers.catchUpBriefly();
    return record;
  }

  private LabResult result(ResultForm form, Ground ground) {
    LocalDate day = form.findDate().orElseThrow();
    return new LabResult(
        form.laboratory(),
        Country.of(form.country()),
        "",
        form.submission(),
        form.item(),
        "",
        form.findOrigin().orElseThrow(),
        PartialDate.day(day),
        DateBasis.COLLECTED,
        null,
        null,
        form.findPlace().orElseThrow(),
        Material.unknown(),
        null,
        null,
        List.of(component(ground)),
        "",
        "",
        "",
        "",
        ResultStatus.PRELIM,
        "",
        List.of(attached(ground)),
        form.comment(),
        List.of(),
        List.of(),
        Map.of());
  }

  private ResultComponent component(Ground ground) {
    List<Candidate> named = IdentifySpectrum.named(ground.answer());
    String name = name(ground.answer(), named);
    boolean found = !named.isEmpty() || ground.answer() instanceof Answer.FamilyOnly;
    return new ResultComponent(
        1,
        name,
        substance(ground, named, name),
        level(ground.answer()),
        ComponentRole.UNKNOWN,
        new Presence.Present(),
        null,
        List.of(technique(ground.spectrum(), found)),
        List.of(),
        observed(ground.spectrum()),
        "");
  }

  private static String name(Answer answer, List<Candidate> named) {
    String all =
        named.stream().map(one -> one.reference().name()).collect(Collectors.joining("; "));
    String name =
        switch (answer) {
          case Answer.Identified ignored -> all;
          case Answer.OneOfIsomers ignored -> "one of: " + all;
          case Answer.FamilyOnly family -> "family: " + family.family();
          case Answer.Unknown ignored -> "unknown";
        };
    return name.length() <= 500 ? name : name.substring(0, 500);
  }

  /// Only one named structure with its key is a structure.
  private static SubstanceId substance(Ground ground, List<Candidate> named, String name) {
    String key =
        ground.answer() instanceof Answer.Identified
            ? ground.shelf().spectra().get(named.getFirst().best().entry()).compound().inchiKey()
            : null;
    try {
      return key == null ? new SubstanceId.AsReported(name) : new SubstanceId.Structure(key);
    } catch (IllegalArgumentException e) {
      // A library may hold keys that are not standard.
      return new SubstanceId.AsReported(name);
    }
  }

  private static IdentificationLevel level(Answer answer) {
    return switch (answer) {
      case Answer.Identified ignored -> IdentificationLevel.TENTATIVE;
      case Answer.OneOfIsomers ignored -> IdentificationLevel.CLASS_ONLY;
      case Answer.FamilyOnly ignored -> IdentificationLevel.CLASS_ONLY;
      case Answer.Unknown ignored -> IdentificationLevel.UNKNOWN;
    };
  }

  private static AppliedTechnique technique(Spectrum spectrum, boolean found) {
    boolean electron = spectrum.kind() == SpectrumKind.ELECTRON_IONISATION;
    return new AppliedTechnique(
        electron ? "GC-MS" : "LC-MS",
        List.of("MS"),
        1,
        found ? TechniqueSense.POSITIVE : TechniqueSense.INCONCLUSIVE,
        true,
        false,
        "",
        false);
  }

  private static String observed(Spectrum spectrum) {
    Double precursor = spectrum.acquisition().precursorMz();
    double base = spectrum.peaks().mz(spectrum.peaks().basePeak());
    return precursor == null
        ? String.format(Locale.ROOT, "base peak m/z %.4f", base)
        : String.format(Locale.ROOT, "precursor m/z %.4f, base peak m/z %.4f", precursor, base);
  }

  private AttachedFile attached(Ground ground) {
    String fileName = ground.file().fileName();
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new AttachedFile(
        ground.file().sha256(),
        files.size(ground.file()),
        MEDIA_TYPES.getOrDefault(ending, "text/plain"),
        fileName,
        "spectrum %d; calibration %s"
            .formatted(ground.number(), ground.answer().evidence().calibration()));
  }
}
