package org.tripoint.node.intake.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// The bytes of a file, unpacked when it is gzipped, under the limits for unpacking.
final class FileBytes extends FilterInputStream {

  private final Counted packed;
  private final boolean isPacked;
  private final String file;
  private final Limits limits;
  private long unpacked;

  private FileBytes(InputStream in, Counted packed, boolean isPacked, String file, Limits limits) {
    super(in);
    this.packed = packed;
    this.isPacked = isPacked;
    this.file = file;
    this.limits = limits;
  }

  static FileBytes open(Path path, String file, Limits limits) throws IOException {
    var counted = new Counted(Files.newInputStream(path));
    try {
      var buffered = new BufferedInputStream(counted, 1 << 16);
      buffered.mark(2);
      boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
      buffered.reset();
      InputStream in = gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
      return new FileBytes(in, counted, gzip, file, limits);
    } catch (ZipException | EOFException e) {
      counted.close();
      throw damaged(file);
    } catch (IOException e) {
      counted.close();
      throw e;
    }
  }

  long bytesRead() {
    return packed.count;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged(file);
    }
    if (read > 0 && isPacked) {
      unpacked += read;
      guard();
    }
    return read;
  }

  private void guard() throws IOException {
    if (unpacked > limits.unpackedBytes()) {
      throw new FileRefusal.Raised(
          new FileRefusal(
              Rule.UNPACKS_TOO_LARGE,
              file,
              0,
              "",
              "> " + limits.unpackedBytes() + " B",
              "<= " + limits.unpackedBytes() + " B"));
    }
    if (unpacked > Limits.RATIO_FREE_BYTES
        && unpacked / Math.max(1, packed.count) > limits.unpackRatio()) {
      throw new FileRefusal.Raised(
          new FileRefusal(
              Rule.UNPACKS_TOO_FAR,
              file,
              0,
              "",
              unpacked / Math.max(1, packed.count) + " : 1",
              "<= " + limits.unpackRatio() + " : 1"));
    }
  }

  private static FileRefusal.Raised damaged(String file) {
    return new FileRefusal.Raised(
        new FileRefusal(Rule.PACKING_DAMAGED, file, 0, "", "", "RFC 1952"));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        count += 1;
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        count += read;
      }
      return read;
    }
  }
}
