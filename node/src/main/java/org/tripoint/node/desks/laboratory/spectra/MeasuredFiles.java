package org.tripoint.node.desks.laboratory.spectra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.engines.spectra.reading.ReadingLimits;
import org.tripoint.engines.spectra.reading.Refusal;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.node.intake.KeepFiles;
import org.tripoint.node.intake.KeepFiles.Received;

/// Measured spectra as files: kept when they are handed in, read again whenever one is looked at.
@Component
class MeasuredFiles {

  /// A long run of an instrument; a library of this size belongs elsewhere.
  private static final long MOST_BYTES = 256L << 20;

  /// Spectra of a file that can be looked at.
  private static final int MOST_SPECTRA = 500;

  private final KeepFiles files;
  private final JdbcClient jdbc;
  private final Clock clock;

  MeasuredFiles(KeepFiles files, JdbcClient jdbc, Clock clock) {
    this.files = files;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A file that somebody handed in.
  record Measured(String sha256, String fileName) {}

  /// What is in a file.
  ///
  /// @param entries spectra in its order, at most 500
  /// @param more whether there are further ones
  /// @param curves how many curves, such as infrared spectra
  /// @param skips why entries were left out
  /// @param stopped why it could not be read to its end
  record Content(
      List<LibraryEntry> entries,
      boolean more,
      int curves,
      List<Refusal> skips,
      Optional<Refusal> stopped) {}

  /// What handing in gives.
  sealed interface Handed {
    record Kept(Measured file) implements Handed {}

    record TooLarge(long limit) implements Handed {}

    /// No spectrum in it; nothing is remembered of it.
    record Nothing(Content content) implements Handed {}
  }

  Handed take(InputStream in, long bytes, String fileName, String account) throws IOException {
    if (bytes > MOST_BYTES) {
      return new Handed.TooLarge(MOST_BYTES);
    }
    return switch (files.receive(in)) {
      case Received.TooLarge tooLarge -> new Handed.TooLarge(tooLarge.limit());
      case Received.Stored stored -> {
        var measured = new Measured(stored.sha256(), fileName);
        Content content = read(measured, MOST_SPECTRA);
        if (content.entries().isEmpty()) {
          yield new Handed.Nothing(content);
        }
        remember(measured, account);
        yield new Handed.Kept(measured);
      }
    };
  }

  private void remember(Measured file, String account) {
    jdbc.sql(
            """
            insert into laboratory.spectrum_file (sha256, file_name, actor, at)
            values (?, ?, ?, ?) on conflict (sha256) do nothing
            """)
        .param(file.sha256())
        .param(file.fileName())
        .param(account)
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  /// Only files that were handed in as spectra are found.
  Optional<Measured> find(String sha256) {
    return jdbc.sql("select sha256, file_name from laboratory.spectrum_file where sha256 = ?")
        .param(sha256)
        .query((row, i) -> new Measured(row.getString(1), row.getString(2)))
        .optional();
  }

  Content read(Measured file) {
    return read(file, MOST_SPECTRA);
  }

  /// The spectrum of a number from 1.
  Optional<LibraryEntry> find(Measured file, int number) {
    if (number < 1 || number > MOST_SPECTRA) {
      return Optional.empty();
    }
    List<LibraryEntry> read = read(file, number).entries();
    return read.size() < number ? Optional.empty() : Optional.of(read.get(number - 1));
  }

  long size(Measured file) {
    return files.path(file.sha256()).toFile().length();
  }

  private Content read(Measured file, int most) {
    ReadingLimits usual = ReadingLimits.usual();
    var limits =
        new ReadingLimits(
            MOST_BYTES,
            (int) Math.min(MOST_BYTES / 4, usual.wholeBytes()),
            usual.lineBytes(),
            usual.peaks(),
            usual.fields(),
            usual.characters(),
            usual.depth());
    var taker = new Taker(most);
    try {
      var ended = ReadSpectrumFile.read(files.path(file.sha256()), limits, taker);
      return new Content(
          List.copyOf(taker.entries), taker.more, taker.curves, taker.skips, ended.stopped());
    } catch (IOException e) {
      throw new UncheckedIOException("expected the file " + file.sha256(), e);
    }
  }

  private static final class Taker implements ReadSpectrumFile.Taker {
    private static final int SKIPS_SHOWN = 20;

    private final int most;
    private final List<LibraryEntry> entries = new ArrayList<>();
    private final List<Refusal> skips = new ArrayList<>();
    private boolean more;
    private int curves;

    Taker(int most) {
      this.most = most;
    }

    @Override
    public boolean take(LibraryEntry entry) {
      if (entries.size() == most) {
        more = true;
        return false;
      }
      entries.add(entry);
      return true;
    }

    @Override
    public void curve() {
      curves++;
    }

    @Override
    public void skip(Refusal refusal) {
      if (skips.size() < SKIPS_SHOWN) {
        skips.add(refusal);
      }
    }
  }
}
