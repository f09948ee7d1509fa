package org.tripoint.engines.spectra.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes netCDF classic by its specification: variables of one dimension, fixed or along records.
final class NetCdfWriter {

  /// One variable: its type code, its numbers, its scale.
  record Variable(
      String name, int type, boolean along, List<Double> numbers, double scale, double shift) {

    static Variable fixed(String name, int type, double... numbers) {
      return new Variable(name, type, false, listOf(numbers), 1, 0);
    }

    static Variable along(String name, int type, double... numbers) {
      return new Variable(name, type, true, listOf(numbers), 1, 0);
    }

    Variable scaled(double by, double and) {
      return new Variable(name, type, along, numbers, by, and);
    }

    private static List<Double> listOf(double... numbers) {
      return Arrays.stream(numbers).boxed().toList();
    }

    private int width() {
      return new int[] {0, 1, 1, 2, 4, 4, 8}[type];
    }
  }

  private final int version;
  private final List<String[]> texts = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private boolean streaming;

  NetCdfWriter(int version) {
    this.version = version;
  }

  NetCdfWriter text(String name, String value) {
    texts.add(new String[] {name, value});
    return this;
  }

  NetCdfWriter with(Variable variable) {
    variables.add(variable);
    return this;
  }

  /// Leaves the number of records open, as a writer that was still writing does.
  NetCdfWriter streaming() {
    streaming = true;
    return this;
  }

  byte[] bytes() {
    try {
      int header = header(0).length;
      byte[] written = header(header);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(written);
      DataOutputStream out = new DataOutputStream(file);
      for (Variable variable : variables) {
        if (!variable.along()) {
          for (double number : variable.numbers()) {
            number(out, variable.type(), number);
          }
          pad(out, variable.numbers().size() * variable.width());
        }
      }
      boolean alone = variables.stream().filter(Variable::along).count() == 1;
      for (int record = 0; record < records(); record++) {
        for (Variable variable : variables) {
          if (variable.along()) {
            number(out, variable.type(), variable.numbers().get(record));
            if (!alone) {
              pad(out, variable.width());
            }
          }
        }
      }
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int records() {
    return variables.stream()
        .filter(Variable::along)
        .mapToInt(variable -> variable.numbers().size())
        .findFirst()
        .orElse(0);
  }

  private byte[] header(int headerBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("CDF");
    out.write(version);
    out.writeInt(streaming ? -1 : records());
    out.writeInt(10);
    out.writeInt(variables.size() + 1);
    name(out, "records");
    out.writeInt(0);
    for (Variable variable : variables) {
      name(out, "of_" + variable.name());
      out.writeInt(variable.numbers().size());
    }
    attributes(out);
    out.writeInt(11);
    out.writeInt(variables.size());
    long fixed = headerBytes;
    long along = headerBytes;
    for (Variable variable : variables) {
      along += variable.along() ? 0 : padded(variable.numbers().size() * variable.width());
    }
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      int size = variable.along() ? variable.width() : variable.numbers().size() * variable.width();
      name(out, variable.name());
      out.writeInt(1);
      out.writeInt(variable.along() ? 0 : i + 1);
      out.writeInt(12);
      out.writeInt(2);
      name(out, "scale_factor");
      out.writeInt(6);
      out.writeInt(1);
      out.writeDouble(variable.scale());
      name(out, "add_offset");
      out.writeInt(6);
      out.writeInt(1);
      out.writeDouble(variable.shift());
      out.writeInt(variable.type());
      out.writeInt(padded(size));
      long begin = variable.along() ? along : fixed;
      if (version == 2) {
        out.writeLong(begin);
      } else {
        out.writeInt((int) begin);
      }
      along += variable.along() ? padded(size) : 0;
      fixed += variable.along() ? 0 : padded(size);
    }
    return bytes.toByteArray();
  }

  private void attributes(DataOutputStream out) throws IOException {
    out.writeInt(texts.isEmpty() ? 0 : 12);
    out.writeInt(texts.size());
    for (String[] text : texts) {
      name(out, text[0]);
      out.writeInt(2);
      name(out, text[1]);
    }
  }

  private static void name(DataOutputStream out, String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    pad(out, bytes.length);
  }

  private static void pad(DataOutputStream out, int length) throws IOException {
    out.write(new byte[padded(length) - length]);
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static void number(DataOutputStream out, int type, double number) throws IOException {
    switch (type) {
      case 1, 2 -> out.write((int) number);
      case 3 -> out.writeShort((int) number);
      case 4 -> out.writeInt((int) number);
      case 5 -> out.writeFloat((float) number);
      default -> out.writeDouble(number);
    }
  }
}
