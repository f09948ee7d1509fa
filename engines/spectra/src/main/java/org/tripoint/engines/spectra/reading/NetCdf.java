package org.tripoint.engines.spectra.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A netCDF classic file in memory: its attributes and its variables of one dimension.
///
/// Source: the NetCDF Classic Format Specification, versions 1 (`CDF 1`) and 2 (64-bit offsets).
/// Everything in the file is big endian and padded to four bytes. Variables along the record
/// dimension are interleaved, record by record.
final class NetCdf {

  /// What a variable's numbers are; the order is that of the type codes, from 1.
  enum Type {
    BYTE(1),
    CHAR(1),
    SHORT(2),
    INT(4),
    FLOAT(4),
    DOUBLE(8);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }
  }

  /// One variable.
  ///
  /// @param length of its first dimension; 0 for a single value
  /// @param inner values at each place of the first dimension
  private record Variable(
      Type type,
      boolean along,
      long length,
      long inner,
      long begin,
      Map<String, Object> attributes) {

    long bytes() {
      return along ? type.bytes * inner : type.bytes * inner * Math.max(1, length);
    }
  }

  private static final int DIMENSIONS = 10;
  private static final int VARIABLES = 11;
  private static final int ATTRIBUTES = 12;
  private static final int STREAMING = -1;
  private static final int MOST_NAME = 1_000;

  private final ByteBuffer file;
  private final ReadingLimits limits;
  private final List<Long> dimensions = new ArrayList<>();
  private final Map<String, Variable> variables = new HashMap<>();
  private Map<String, Object> attributes = Map.of();
  private boolean wide;
  private long records;
  private long recordBytes;

  NetCdf(byte[] bytes, ReadingLimits limits) {
    this.file = ByteBuffer.wrap(bytes);
    this.limits = limits;
  }

  /// Where the header is being read.
  long at() {
    return file.position();
  }

  /// Reads the header.
  void readHeader() throws Unfit {
    int magic = integer();
    wide = magic == 0x43444602;
    if (!wide && magic != 0x43444601) {
      throw Unfit.file(
          magic == 0x43444605 ? Fault.NOT_SUPPORTED : Fault.MALFORMED,
          magic == 0x43444605 ? "netCDF of 64-bit data" : "netCDF classic",
          Integer.toHexString(magic));
    }
    int counted = integer();
    int count = listOf(DIMENSIONS);
    for (int i = 0; i < count; i++) {
      name();
      dimensions.add((long) natural());
    }
    attributes = attributes();
    count = listOf(VARIABLES);
    for (int i = 0; i < count; i++) {
      variable();
    }
    recordBytes = recordBytes();
    records = counted == STREAMING ? recordsByLength() : counted;
    if (records < 0) {
      throw Unfit.file(Fault.OUT_OF_RANGE, "number of records", records);
    }
  }

  /// Bytes from one record to the next: padded, but for a variable that is alone.
  private long recordBytes() throws Unfit {
    long sum = 0;
    long only = 0;
    int found = 0;
    for (Variable variable : variables.values()) {
      if (variable.along) {
        only = variable.bytes();
        sum += (only + 3) & ~3L;
        found++;
      }
    }
    if (sum > Integer.MAX_VALUE) {
      throw Unfit.file(Fault.OUT_OF_RANGE, "size of a record", sum);
    }
    return found == 1 ? only : sum;
  }

  private long recordsByLength() {
    long first = Long.MAX_VALUE;
    for (Variable variable : variables.values()) {
      first = variable.along ? Math.min(first, variable.begin) : first;
    }
    return recordBytes == 0 || first > file.capacity()
        ? 0
        : (file.capacity() - first) / recordBytes;
  }

  private int listOf(int tag) throws Unfit {
    int found = integer();
    int count = natural();
    if (found != tag && (found != 0 || count != 0)) {
      throw Unfit.file(Fault.MALFORMED, "a list of kind " + tag, found);
    }
    if (count > limits.fields()) {
      throw Unfit.file(Fault.TOO_MANY_FIELDS, limits.fields());
    }
    return count;
  }

  private Map<String, Object> attributes() throws Unfit {
    int count = listOf(ATTRIBUTES);
    Map<String, Object> read = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String name = name();
      Type type = type();
      int length = natural();
      long bytes = (long) length * type.bytes;
      requireLeft(bytes);
      int start = file.position();
      if (type == Type.CHAR) {
        read.put(name, text(start, Math.min(length, limits.characters())));
      } else if (length > 0) {
        read.put(name, number(type, start));
      }
      skip(bytes);
    }
    return read;
  }

  private void variable() throws Unfit {
    String name = name();
    int rank = natural();
    if (rank > dimensions.size()) {
      throw Unfit.file(Fault.OUT_OF_RANGE, "number of dimensions", rank);
    }
    boolean along = false;
    long length = 0;
    long inner = 1;
    for (int i = 0; i < rank; i++) {
      int dimension = natural();
      if (dimension >= dimensions.size()) {
        throw Unfit.file(Fault.OUT_OF_RANGE, "a dimension", dimension);
      }
      long size = dimensions.get(dimension);
      if (i == 0) {
        length = size;
        along = size == 0;
      } else {
        inner *= size;
        if (inner > Integer.MAX_VALUE) {
          throw Unfit.file(Fault.OUT_OF_RANGE, "size of " + name, inner);
        }
      }
    }
    Map<String, Object> said = attributes();
    Type type = type();
    // The size that follows is computed instead: writers leave it wrong for large variables.
    integer();
    long begin = wide ? offset() : integer() & 0xFFFFFFFFL;
    if (variables.put(name, new Variable(type, along, length, inner, begin, said)) != null) {
      throw Unfit.file(Fault.MALFORMED, "each variable once", name);
    }
  }

  private Type type() throws Unfit {
    int code = integer();
    if (code < 1 || code > Type.values().length) {
      throw Unfit.file(Fault.MALFORMED, "a type from 1 to 6", code);
    }
    return Type.values()[code - 1];
  }

  private String name() throws Unfit {
    int length = natural();
    if (length > MOST_NAME) {
      throw Unfit.file(Fault.OUT_OF_RANGE, "length of a name", length);
    }
    requireLeft(length);
    String name = text(file.position(), length);
    skip(length);
    return name;
  }

  private String text(int from, int length) {
    int end = length;
    while (end > 0 && file.get(from + end - 1) == 0) {
      end--;
    }
    byte[] bytes = new byte[end];
    file.get(from, bytes);
    StringBuilder text = new StringBuilder(end);
    for (char c : new String(bytes, StandardCharsets.UTF_8).toCharArray()) {
      text.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.toString().strip();
  }

  private int integer() throws Unfit {
    requireLeft(4);
    return file.getInt();
  }

  private long offset() throws Unfit {
    requireLeft(8);
    return file.getLong();
  }

  private int natural() throws Unfit {
    int number = integer();
    if (number < 0) {
      throw Unfit.file(Fault.OUT_OF_RANGE, "a count", number);
    }
    return number;
  }

  private void skip(long bytes) throws Unfit {
    long padded = (bytes + 3) & ~3L;
    requireLeft(padded);
    file.position((int) (file.position() + padded));
  }

  private void requireLeft(long bytes) throws Unfit {
    if (bytes > file.remaining()) {
      throw Unfit.file(Fault.CUT_OFF, bytes + " bytes");
    }
  }

  private double number(Type type, int at) {
    return switch (type) {
      case BYTE, CHAR -> file.get(at);
      case SHORT -> file.getShort(at);
      case INT -> file.getInt(at);
      case FLOAT -> file.getFloat(at);
      case DOUBLE -> file.getDouble(at);
    };
  }

  /// A text of the whole file; empty where there is none.
  String text(String attribute) {
    return attributes.get(attribute) instanceof String text ? text : "";
  }

  /// The numbers of a variable, scaled as it says; null if there is no such variable.
  ///
  /// @throws Unfit if it has more than one dimension or does not lie within the file
  @Nullable Series series(String name) throws Unfit {
    Variable variable = variables.get(name);
    if (variable == null) {
      return null;
    }
    if (variable.inner != 1 || (variable.length == 0 && !variable.along)) {
      throw Unfit.file(Fault.NOT_SUPPORTED, name + " of several dimensions or none");
    }
    long length = variable.along ? records : variable.length;
    long step = variable.along ? recordBytes : variable.type.bytes;
    long end = length == 0 ? 0 : variable.begin + (length - 1) * step + variable.type.bytes;
    if (variable.begin < 0 || end < 0 || end > file.capacity()) {
      throw Unfit.file(Fault.CUT_OFF, name + " to byte " + end);
    }
    return new Series(variable, (int) length, (int) step);
  }

  /// The numbers of one variable.
  final class Series {

    private final Type type;
    private final int begin;
    private final int length;
    private final int step;
    private final double scale;
    private final double shift;

    private Series(Variable variable, int length, int step) {
      this.type = variable.type;
      this.begin = (int) variable.begin;
      this.length = length;
      this.step = step;
      this.scale = attribute(variable, "scale_factor", 1);
      this.shift = attribute(variable, "add_offset", 0);
    }

    private static double attribute(Variable variable, String name, double otherwise) {
      return variable.attributes.get(name) instanceof Double number ? number : otherwise;
    }

    int length() {
      return length;
    }

    double at(int index) {
      return number(type, begin + index * step) * scale + shift;
    }
  }
}
