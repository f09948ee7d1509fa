package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.engines.spectra.identify.Answer;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.desks.laboratory.spectra.MakeResult.Ground;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.RecordId;

/// A person keeps a spectrum that no library could name, or lets one go.
@Service
class KeepUnknown {

  private static final int LONGEST = 300;

  private final AppendRecords ledger;
  private final RunReaders readers;
  private final LookAgain lookAgain;
  private final Clock clock;

  KeepUnknown(AppendRecords ledger, RunReaders readers, LookAgain lookAgain, Clock clock) {
    this.ledger = ledger;
    this.readers = readers;
    this.lookAgain = lookAgain;
    this.clock = clock;
  }

  /// Whether there is reason to keep it: nothing names it.
  static boolean isUnknown(Answer answer) {
    return IdentifySpectrum.named(answer).isEmpty();
  }

  /// Appends it; the form has no problem, and nothing names the spectrum.
  RecordId keep(ResultForm form, Ground ground, String name, String account) {
    KeptSpectrum content = content(form, ground, name);
    RecordId record =
        append(
            form.source(),
            new Entry.Put<>(
                KeptSpectrum.KIND,
                content.key(),
                content,
                Marking.originatorOnly(Purpose.LAW_ENFORCEMENT),
                content.day()),
            account);
    lookAgain.run();
    return record;
  }

  private static KeptSpectrum content(ResultForm form, Ground ground, String name) {
    Spectrum spectrum = ground.spectrum();
    Acquisition how = spectrum.acquisition();
    return new KeptSpectrum(
        form.laboratory(),
        Country.of(form.country()),
        form.submission(),
        form.item(),
        form.findOrigin().orElseThrow(),
        PartialDate.day(form.findDate().orElseThrow()),
        form.findPlace().orElseThrow(),
        text(name),
        spectrum.kind(),
        how.polarity(),
        number(how.precursorMz(), 5),
        text(how.adduct()),
        text(how.instrument() == null ? how.instrumentType() : how.instrument()),
        text(how.collisionEnergy() == null ? how.ionisationEnergy() : how.collisionEnergy()),
        number(how.retentionSeconds(), 3),
        KeptSpectrum.peaksOf(spectrum.peaks()),
        ground.answer() instanceof Answer.FamilyOnly family ? family.family() : "",
        ground.file().sha256(),
        ground.number(),
        form.comment());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.substring(0, Math.min(LONGEST, text.length()));
  }

  private static @Nullable BigDecimal number(@Nullable Double value, int decimals) {
    return value == null ? null : KeptSpectrum.decimal(value, decimals);
  }

  /// Takes one that was kept here back.
  void letGo(Kept kept, String reason, String account) {
    append(
        kept.source(),
        new Entry.Withdraw(KeptSpectrum.KIND, kept.content().key(), reason.strip()),
        account);
  }

  private RecordId append(String source, Entry entry, String account) {
    RecordId record =
        ledger
            .append(
                new Batch(
                    source,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    account,
                    List.of(entry)))
            .outcomes()
            .getFirst()
            .requireRecord();
    readers.catchUp();
    return record;
  }
}
