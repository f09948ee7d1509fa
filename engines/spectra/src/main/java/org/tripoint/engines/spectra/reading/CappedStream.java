package org.tripoint.engines.spectra.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts bytes, all of them and those since the last step of a parser, and stops at the limits.
final class CappedStream extends FilterInputStream {

  /// Thrown inside a parser, which wraps it or not.
  static final class Full extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;
    private final long limit;

    Full(Fault fault, long limit) {
      super(fault + " " + limit);
      this.fault = fault;
      this.limit = limit;
    }

    Unfit unfit() {
      return Unfit.file(fault, limit);
    }
  }

  private final ReadingLimits limits;
  private long bytes;
  private long step;

  CappedStream(InputStream in, ReadingLimits limits) {
    super(in);
    this.limits = limits;
  }

  /// The parser has come to something; the next thing may be as long again.
  void step() {
    step = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, Math.min(length, 1 << 16));
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws Full {
    bytes += read;
    step += read;
    if (bytes > limits.fileBytes()) {
      throw new Full(Fault.FILE_TOO_LARGE, limits.fileBytes());
    }
    // A parser reads ahead by its buffer.
    if (step > limits.lineBytes() + (1L << 17)) {
      throw new Full(Fault.LINE_TOO_LONG, limits.lineBytes());
    }
  }
}
