package org.tripoint.node.desks.laboratory.spectra;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.node.desks.laboratory.spectra.ImportLibrary.Begun;
import org.tripoint.node.desks.laboratory.spectra.MakeResult.Ground;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Handed;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Measured;
import org.tripoint.scenario.SyntheticSpectra;

/// A library of invented spectra in a node, and measured files of one.
public final class SpectraWorld {

  private static final long SEED = 1;

  private final ApplicationContext node;

  public SpectraWorld(ApplicationContext node) {
    this.node = node;
  }

  /// Hands the invented library in and waits until it is searched.
  public void library() throws IOException, InterruptedException {
    library(SyntheticSpectra.library(SEED), "Synthetic library", "yes");
  }

  void library(String text, String name, String shared) throws IOException, InterruptedException {
    ImportLibrary importLibrary = node.getBean(ImportLibrary.class);
    var form = new LibraryForm(name, "2026", "CC0 1.0", shared, "Nobody", "invented", "true");
    if (importLibrary.begin(stream(text), "library_synthetic.msp", form, "tester")
        instanceof Begun.Reading reading) {
      while (reading.run().now().outcome().isEmpty()) {
        Thread.sleep(20);
      }
    }
    if (node.getBean(LibraryShelf.class).get(Duration.ofMinutes(1)).isEmpty()) {
      throw new AssertionError("expected the libraries in memory within a minute");
    }
  }

  /// A measured file of the scenario.
  public static String text(String fileName) {
    String text = SyntheticSpectra.queries(SEED).get(fileName);
    if (text == null) {
      throw new IllegalArgumentException("no measured file " + fileName);
    }
    return text;
  }

  /// Hands a measured file of the scenario in; answers by which hash its pages are found.
  public String measured(String fileName) throws IOException {
    String text = text(fileName);
    Handed handed =
        node.getBean(MeasuredFiles.class).take(stream(text), text.length(), fileName, "tester");
    if (handed instanceof Handed.Kept kept) {
      return kept.file().sha256();
    }
    throw new AssertionError(fileName + ": " + handed);
  }

  /// Keeps a measured file of the scenario as unknown; answers the record's id.
  public String keep(String fileName, String date, String area) throws IOException {
    MeasuredFiles files = node.getBean(MeasuredFiles.class);
    Measured file = files.find(measured(fileName)).orElseThrow();
    LibraryEntry entry = files.find(file, 1).orElseThrow();
    Shelf shelf = node.getBean(LibraryShelf.class).get(Duration.ofMinutes(1)).orElseThrow();
    IdentifySpectrum identify = node.getBean(IdentifySpectrum.class);
    var form =
        new ResultForm(
            "Kept lab", area.substring(0, 2), "S-1", "1", area, "SEIZURE", date, "invented", "");
    var ground =
        new Ground(file, 1, entry.spectrum(), identify.identify(entry.spectrum(), shelf), shelf);
    return node.getBean(KeepUnknown.class)
        .keep(form, ground, entry.compound().name(), "tester")
        .toString();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
