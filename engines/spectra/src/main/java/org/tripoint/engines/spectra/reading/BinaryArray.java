package org.tripoint.engines.spectra.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// One array of an mzML spectrum: what it is, how it is packed, its text.
final class BinaryArray {

  /// What the numbers are.
  enum Content {
    MZ,
    INTENSITY,
    OTHER
  }

  /// How one number is written; always little endian.
  private enum Width {
    FLOAT32(4),
    FLOAT64(8),
    INT32(4),
    INT64(8);

    private final int bytes;

    Width(int bytes) {
      this.bytes = bytes;
    }
  }

  private final ReadingLimits limits;
  private final Base64Text text;
  private Content content = Content.OTHER;
  private @Nullable Width width;
  private boolean compressed;
  private @Nullable String foreign;
  private int announced;

  BinaryArray(ReadingLimits limits) {
    this.limits = limits;
    // A compressed array may be a little longer than its content.
    this.text = new Base64Text(limits.peaks() * 8 + limits.peaks() / 16 + 1024, limits.peaks());
  }

  /// @param length numbers that the spectrum, or the array itself, announces
  void begin(int length) {
    text.clear();
    content = Content.OTHER;
    width = null;
    compressed = false;
    foreign = null;
    announced = length;
  }

  void announce(int length) {
    announced = length;
  }

  Content content() {
    return content;
  }

  /// Takes a term of the controlled vocabulary.
  void term(String accession, String name) {
    switch (accession) {
      case "MS:1000514" -> content = Content.MZ;
      case "MS:1000515" -> content = Content.INTENSITY;
      case "MS:1000521" -> width = Width.FLOAT32;
      case "MS:1000523" -> width = Width.FLOAT64;
      case "MS:1000519" -> width = Width.INT32;
      case "MS:1000522" -> width = Width.INT64;
      case "MS:1000574" -> compressed = true;
      // MS-Numpress alone and with other packing, zstd, byte shuffling.
      case "MS:1002312",
          "MS:1002313",
          "MS:1002314",
          "MS:1002746",
          "MS:1002747",
          "MS:1002748",
          "MS:1003780",
          "MS:1003781",
          "MS:1003782",
          "MS:1003783",
          "MS:1003784",
          "MS:1003785",
          "MS:1003088",
          "MS:1003089",
          "MS:1003090" ->
          foreign = name.isBlank() ? accession : name;
      default -> {}
    }
  }

  void characters(char[] buffer, int from, int length) throws Unfit {
    // What is of no use here is not worth decoding.
    if (content != Content.OTHER) {
      text.add(buffer, from, length);
    }
  }

  /// The numbers.
  double[] numbers() throws Unfit {
    if (foreign != null) {
      throw Unfit.entry(Fault.NOT_SUPPORTED, foreign);
    }
    if (width == null) {
      throw Unfit.entry(Fault.MISSING, "the number type of a binary array");
    }
    if (announced > limits.peaks()) {
      throw Unfit.entry(Fault.TOO_MANY_PEAKS, limits.peaks());
    }
    int expected = announced * width.bytes;
    int size = text.size();
    byte[] bytes = compressed && announced > 0 ? inflate(expected, size) : text.bytes();
    if (!compressed && size != expected) {
      throw Unfit.entry(Fault.COUNT_DIFFERS, announced, size / (double) width.bytes);
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[announced];
    for (int i = 0; i < announced; i++) {
      values[i] =
          switch (width) {
            case FLOAT32 -> numbers.getFloat();
            case FLOAT64 -> numbers.getDouble();
            case INT32 -> numbers.getInt();
            case INT64 -> numbers.getLong();
          };
    }
    return values;
  }

  /// Exactly as many bytes as announced, never more: a small text can inflate to anything.
  private byte[] inflate(int expected, int size) throws Unfit {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(text.bytes(), 0, size);
      byte[] bytes = new byte[expected + 1];
      int length = 0;
      while (length < bytes.length) {
        int read = inflater.inflate(bytes, length, bytes.length - length);
        if (read == 0
            && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        length += read;
      }
      if (length != expected || !inflater.finished()) {
        throw Unfit.entry(Fault.COUNT_DIFFERS, announced, length > expected ? "more" : "fewer");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw Unfit.entry(Fault.MALFORMED, "zlib data", String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }
}
