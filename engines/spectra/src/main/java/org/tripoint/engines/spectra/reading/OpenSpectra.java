package org.tripoint.engines.spectra.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Opens a file of spectra of any format that is read, packed by gzip or not.
public final class OpenSpectra {

  private OpenSpectra() {}

  /// A file whose format was recognised, or the reason why it was not.
  public sealed interface Opening {}

  /// The format, and the reader that gives its entries.
  ///
  /// @param reader to be closed by whoever asked; closes the stream
  public record Opened(SpectrumFormat format, ReadSpectra reader) implements Opening {}

  /// None of the formats; the stream is still to be closed by whoever asked.
  public record Refused(Refusal refusal) implements Opening {}

  /// Recognises the format from the first bytes and opens it.
  ///
  /// @throws IOException only when the stream itself fails
  public static Opening open(InputStream stream, ReadingLimits limits) throws IOException {
    InputStream in = new BufferedInputStream(stream, RecogniseFormat.BEGINNING);
    byte[] beginning = peek(in);
    boolean packed =
        beginning.length > 2 && beginning[0] == (byte) 0x1f && beginning[1] == (byte) 0x8b;
    try {
      if (packed) {
        in = new BufferedInputStream(new GZIPInputStream(in, 1 << 16), RecogniseFormat.BEGINNING);
        beginning = peek(in);
      }
    } catch (ZipException | EOFException e) {
      return new Refused(new Damaged(e).refusal(0));
    }
    return switch (RecogniseFormat.recognise(beginning)) {
      case Recognition.Unknown unknown -> new Refused(unknown.refusal());
      case Recognition.Known known ->
          new Opened(known.format(), new Guarded(open(known.format(), in, limits)));
    };
  }

  /// Opens a file of a known format that is not packed.
  public static ReadSpectra open(SpectrumFormat format, InputStream in, ReadingLimits limits) {
    return switch (format) {
      case NIST_MSP -> new MspReader(new Lines(in, limits), limits);
      case MASSBANK_RECORD -> new MassBankReader(new Lines(in, limits), limits);
      case MGF -> new MgfReader(new Lines(in, limits), limits);
      case JCAMP_DX -> new JcampReader(new Lines(in, limits), limits);
      case MZML -> new MzmlReader(in, limits);
      case ANDI_NETCDF -> new AndiReader(in, limits);
    };
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(RecogniseFormat.BEGINNING);
    byte[] beginning = in.readNBytes(RecogniseFormat.BEGINNING);
    in.reset();
    return beginning;
  }

  /// A packed file that cannot be unpacked.
  private record Damaged(IOException thrown) {

    Refusal refusal(long entry) {
      Unfit unfit = Unfit.file(Fault.MALFORMED, "gzip data", String.valueOf(thrown.getMessage()));
      return ((Reading.Stopped) unfit.at(Place.at(entry, 0))).refusal();
    }
  }

  /// A reader over a packed file: damage to the packing is the file's fault, not the stream's.
  private static final class Guarded implements ReadSpectra {

    private final ReadSpectra reader;
    private @Nullable Reading last;
    private long entries;

    Guarded(ReadSpectra reader) {
      this.reader = reader;
    }

    @Override
    public Reading next() throws IOException {
      if (last != null) {
        return last;
      }
      try {
        Reading reading = reader.next();
        entries++;
        return reading;
      } catch (ZipException | EOFException e) {
        Reading stopped = new Reading.Stopped(new Damaged(e).refusal(entries));
        last = stopped;
        return stopped;
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
