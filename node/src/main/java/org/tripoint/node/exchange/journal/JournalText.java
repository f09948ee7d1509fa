package org.tripoint.node.exchange.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.SigningKeys;

/// Deliveries as text, on the wire and in packages: a line `batch` with the signed batch, a line
/// `object` for each object, whose canonical JSON holds no line end, and a line `end`. A package
/// also brings receipts, a line `receipt` for each.
final class JournalText {

  static final String MEDIA_TYPE = "application/vnd.tripoint.journal";

  /// Header of an answer: places that the asker has, and for which its receipts are not here.
  static final String UNCONFIRMED = "Tripoint-Unconfirmed";

  private static final Pattern PLACES = Pattern.compile("([0-9]{1,9})/([0-9]{1,18})");
  private static final String BATCH = "batch ";
  private static final String OBJECT = "object ";
  private static final String END = "end";
  private static final String RECEIPT = "receipt ";
  private static final int LONGEST_BATCH = 4 << 20;
  private static final int LONGEST_OBJECT = 1 << 20;
  private static final int MOST_OBJECTS = JournalBatch.MOST_ENTRIES;

  private JournalText() {}

  /// Takes deliveries one by one, as they are read.
  interface Taking {
    void take(Delivery delivery) throws IOException, FeedStopped;

    /// The other side has no receipt for this place.
    default void unconfirmed(Head place) {
      // Whoever carries batches by hand says so in another way.
    }

    /// Over the wire receipts travel by themselves.
    default void receipt(String signed) throws IOException {
      throw new IOException("expected a line that starts with '" + BATCH + "'");
    }
  }

  static String places(List<Head> places) {
    return places.stream()
        .map(place -> place.epoch() + "/" + place.number())
        .collect(Collectors.joining(","));
  }

  /// What [#places] wrote; what cannot be read says nothing.
  static List<Head> readPlaces(String text) {
    return PLACES
        .matcher(text)
        .results()
        .map(one -> new Head(Integer.parseInt(one.group(1)), Long.parseLong(one.group(2)), ""))
        .toList();
  }

  static void writeReceipt(String signed, OutputStream out) throws IOException {
    out.write((RECEIPT + signed + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  static void write(List<Delivery> deliveries, OutputStream out) throws IOException {
    for (Delivery delivery : deliveries) {
      out.write((BATCH + delivery.signed() + "\n").getBytes(StandardCharsets.US_ASCII));
      for (byte[] body : new TreeMap<>(delivery.objects()).values()) {
        out.write(OBJECT.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.write('\n');
      }
      out.write((END + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  /// Reads to the end; a last line that was cut off is an error, and what came before it stands.
  ///
  /// @return how many deliveries were taken
  static int read(InputStream in, Taking taking) throws IOException, FeedStopped {
    BufferedInputStream lines = new BufferedInputStream(in, 1 << 16);
    String batch = null;
    Map<String, byte[]> objects = new HashMap<>();
    int taken = 0;
    for (byte[] line = line(lines); line != null; line = line(lines)) {
      if (batch == null && startsWith(RECEIPT, line)) {
        taking.receipt(after(RECEIPT, line));
      } else if (batch == null) {
        batch = after(BATCH, line);
        objects = new HashMap<>();
      } else if (new String(line, StandardCharsets.US_ASCII).equals(END)) {
        taking.take(new Delivery(batch, objects));
        batch = null;
        taken++;
      } else if (objects.size() == MOST_OBJECTS || line.length > LONGEST_OBJECT) {
        throw new IOException("expected at most 1,000 objects of at most 1 MiB in a batch");
      } else {
        after(OBJECT, line);
        byte[] body = Arrays.copyOfRange(line, OBJECT.length(), line.length);
        objects.put(SigningKeys.sha256(body), body);
      }
    }
    if (batch != null) {
      throw new IOException("expected a line 'end' after the objects: it was cut off");
    }
    return taken;
  }

  /// What follows the word at the start of the line.
  private static String after(String word, byte[] line) throws IOException {
    if (!startsWith(word, line)) {
      throw new IOException("expected a line that starts with '" + word + "'");
    }
    return new String(line, word.length(), line.length - word.length(), StandardCharsets.UTF_8);
  }

  private static boolean startsWith(String word, byte[] line) {
    return line.length > word.length()
        && new String(line, 0, word.length(), StandardCharsets.US_ASCII).equals(word);
  }

  /// The next line without its end, or null after the last.
  private static byte @Nullable [] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.size() == 0) {
          return null;
        }
        throw new IOException("expected an end of the last line: it was cut off");
      }
      if (line.size() == LONGEST_BATCH) {
        throw new IOException("expected lines of at most 4 MiB");
      }
      line.write(next);
    }
    return line.toByteArray();
  }
}
