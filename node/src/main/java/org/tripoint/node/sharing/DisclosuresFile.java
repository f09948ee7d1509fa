package org.tripoint.node.sharing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.CheckpointFile;
import org.tripoint.node.ledger.Evidence;
import org.tripoint.node.ledger.ProofFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The disclosure ledger as a file that a stranger checks without this node and its database.
///
/// Lines of JSON: first what was asked for and the signed checkpoint, then for each disclosure a
/// proof file as the ledger writes it (header, path, checkpoint, open part with its salt), last how
/// many there were. It proves that each disclosure stands in the ledger as shown; that none was
/// left out it does not prove.
public final class DisclosuresFile {

  static final String FORM = "tripoint-disclosures";
  static final int VERSION = 1;

  /// Characters of the longest line that is read: a disclosure of 20,000 records has about 1.2
  /// million.
  private static final int LONGEST_LINE = 16 << 20;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Reader in;
  private final @Nullable String trusted;
  private final Map<String, Counts> byAudience = new TreeMap<>();
  private long line;
  private long disclosures;
  private long emptied;
  private long lastSequence = -1;

  private DisclosuresFile(Reader in, @Nullable String trusted) {
    this.in = in;
    this.trusted = trusted;
  }

  /// What a check says.
  public sealed interface Checked {
    /// Every disclosure in the file stands under the checkpoint as it is shown.
    ///
    /// @param origin the node
    /// @param size versions under the checkpoint
    /// @param key the key that signed it
    /// @param emptied disclosures whose content is gone: their place is proved, not what they said
    /// @param byAudience `partner/audience`, what it was given and what was called back
    record Holds(
        String origin,
        long size,
        String signedAt,
        String key,
        long disclosures,
        long emptied,
        Map<String, Counts> byAudience)
        implements Checked {}

    /// Something does not hold.
    ///
    /// @param line of the file, from 1
    /// @param what what it is, in English
    record Fails(long line, String what) implements Checked {}

    /// No such file.
    record Unreadable() implements Checked {}
  }

  /// How often something went each way, by lines of the log.
  public record Counts(long given, long recalled) {
    Counts plus(Counts other) {
      return new Counts(given + other.given, recalled + other.recalled);
    }
  }

  /// Checks a whole file.
  ///
  /// @param trusted the key that the node is known by; null takes the one in the file, which then
  ///   proves no more than that the file agrees with itself
  /// @throws IOException if it cannot be read
  public static Checked check(Reader in, @Nullable String trusted) throws IOException {
    try {
      return new DisclosuresFile(in, trusted).check();
    } catch (LineTooLong e) {
      return new Checked.Unreadable();
    }
  }

  private Checked check() throws IOException {
    BufferedReader lines = new BufferedReader(in);
    JsonNode head = next(lines);
    if (!head.path("form").asString("").equals(FORM)) {
      return new Checked.Unreadable();
    }
    try {
      require(head.path("version").asInt(0) == VERSION, "version " + VERSION + " of the form");
      return checkAll(lines, text(head, "checkpoint"), text(head, "verifierKey"));
    } catch (JacksonException e) {
      return new Checked.Fails(line, "expected a proof file of the ledger");
    } catch (IllegalArgumentException e) {
      return new Checked.Fails(line, String.valueOf(e.getMessage()));
    }
  }

  private Checked checkAll(BufferedReader lines, String checkpoint, String stated)
      throws IOException {
    String key = trusted == null ? stated : trusted;
    Evidence.Checked signed = new CheckpointFile(checkpoint).check(key);
    for (JsonNode one = next(lines); !one.isMissingNode(); one = next(lines)) {
      if (one.has("disclosures")) {
        require(one.path("disclosures").asLong(-1) == disclosures, "as many as the end says");
        require(next(lines).isMissingNode(), "nothing after the end");
        return end(signed);
      }
      take(JSON.treeToValue(one, ProofFile.class), checkpoint, key);
    }
    throw new IllegalArgumentException("expected an end, the file was cut off");
  }

  private Checked end(Evidence.Checked signed) {
    return switch (signed) {
      case Evidence.Checked.Signed(String origin, long size, String signedAt, String key) ->
          new Checked.Holds(
              origin, size, signedAt, key, disclosures, emptied, Map.copyOf(byAudience));
      case Evidence.Checked.Fails(String what) -> new Checked.Fails(1, what);
      case Evidence.Checked.Holds _ -> new Checked.Fails(1, "expected a signed note");
      case Evidence.Checked.Continues _ -> new Checked.Fails(1, "expected a signed note");
    };
  }

  private void take(ProofFile proof, String checkpoint, String key) {
    require(proof.checkpoint().equals(checkpoint), "the checkpoint of the first line");
    require(proof.sequence() > lastSequence, "disclosures in the order of the ledger");
    lastSequence = proof.sequence();
    if (proof.check(key) instanceof Evidence.Checked.Fails(String what)) {
      throw new IllegalArgumentException(what);
    }
    JsonNode header = JSON.readTree(proof.header());
    require(text(header, "kind").equals(Disclosure.KIND.name()), "a header of kind disclosure");
    require(text(header, "source").equals(ShareWhatMayGo.SOURCE), "a disclosure by the node");
    disclosures++;
    Optional<String> open = Optional.ofNullable(proof.parts().get("open"));
    if (open.isEmpty()) {
      emptied++;
    } else {
      JsonNode content = JSON.readTree(open.get());
      byAudience.merge(
          text(content, "partner") + "/" + text(content, "audience"), count(content), Counts::plus);
    }
  }

  private static Counts count(JsonNode content) {
    Counts counts = new Counts(0, 0);
    for (JsonNode step : content.path("steps")) {
      long records = step.path("records").size();
      boolean given = text(step, "action").equals(Action.GIVEN.name());
      counts = counts.plus(given ? new Counts(records, 0) : new Counts(0, records));
    }
    return counts;
  }

  /// The next line; missing at the end of the file, and what is no JSON is an empty object.
  private JsonNode next(BufferedReader lines) throws IOException {
    String text = readLine(lines);
    if (text == null) {
      return MissingNode.getInstance();
    }
    line++;
    try {
      JsonNode read = JSON.readTree(text);
      return read.isMissingNode() ? JSON.createObjectNode() : read;
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static @Nullable String readLine(BufferedReader lines) throws IOException {
    StringBuilder text = new StringBuilder();
    int read = lines.read();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw new LineTooLong();
      }
      text.append((char) read);
      read = lines.read();
    }
    return text.toString();
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new IllegalArgumentException("expected text as " + name);
    }
    return value.asString();
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }

  /// A line that no node writes.
  private static final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
