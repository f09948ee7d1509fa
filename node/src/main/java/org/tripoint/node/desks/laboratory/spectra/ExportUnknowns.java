package org.tripoint.node.desks.laboratory.spectra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tripoint.engines.spectra.reading.WriteMsp;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Near;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.web.CsvLine;

/// Kept unknowns as files: a line for each, or the spectra themselves. No library spectrum is in
/// either; beside the name of the nearest stands its licence. Layout: docs/formats/spectra.md.
final class ExportUnknowns {

  private static final List<String> HEADS =
      List.of(
          "group",
          "record",
          "date",
          "place",
          "sample_origin",
          "laboratory",
          "submission",
          "item",
          "kind",
          "precursor_mz",
          "peaks",
          "state",
          "outcome",
          "family",
          "nearest",
          "likeness",
          "named",
          "library",
          "licence");

  private ExportUnknowns() {}

  static byte[] csv(List<UnknownGroup> groups) {
    StringBuilder text = new StringBuilder(CsvLine.exact(HEADS));
    for (UnknownGroup group : groups) {
      group.members().forEach(one -> text.append(CsvLine.forSpreadsheets(cells(group, one))));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Object> cells(UnknownGroup group, Kept one) {
    KeptSpectrum content = one.content();
    Said said = group.said().get(one.record());
    Near near = said == null || said.near().isEmpty() ? null : said.near().getFirst();
    return Arrays.asList(
        group.first().record(),
        one.record(),
        content.date(),
        content.place().key(),
        content.sampleOrigin(),
        content.laboratory(),
        content.submission(),
        content.item(),
        content.spectrumKind(),
        content.precursorMz(),
        content.peaks().size(),
        group.state(),
        said == null ? null : said.outcome(),
        said == null ? null : said.family(),
        near == null ? null : near.name(),
        near == null ? null : near.score(),
        near == null ? null : near.named(),
        near == null ? null : near.library(),
        near == null ? null : near.licence());
  }

  static byte[] msp(List<UnknownGroup> groups) {
    StringBuilder text = new StringBuilder();
    WriteMsp out = new WriteMsp(text);
    List<Kept> all = new ArrayList<>();
    groups.forEach(group -> all.addAll(group.members()));
    try {
      for (Kept one : all) {
        out.write(entry(one));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write text", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Under the record's id, which says nothing of the sample.
  private static LibraryEntry entry(Kept one) {
    return new LibraryEntry(
        one.content().spectrum(),
        Compound.named("unknown " + one.record()),
        new Provenance(one.record().toString(), null, null, null),
        List.of());
  }
}
