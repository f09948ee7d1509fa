package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// What a partner may not have changes no byte of the journal that it reads: the same history with
/// and without another partner, its records, and records that nobody may have.
class SameJournalTest {
  private static final Marking TO_CANADA = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA);
  private static final Marking TO_MEXICO = TestNode.marking(Purpose.ANY_LAWFUL, Country.MEXICO);
  private static final Marking TO_NOBODY = TestNode.marking(Tlp.RED, true, Purpose.ANY_LAWFUL);

  /// Ids and hashes rest on ids of records, which are drawn by chance; so are keys and salts.
  private static final Pattern CHANCE =
      Pattern.compile(
          "[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\"note\":\"[^\"]*\""
              + "|\"kid\":\"[0-9a-f]{16}\"");

  /// A clock that stands until the history goes on.
  private static final class Steps implements InstantSource {
    private Instant now = Instant.parse("2026-03-15T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void next() {
      now = now.plusSeconds(1);
    }
  }

  /// @param bytes length of what went over the wire
  /// @param lines the batches and their objects, in the order of the entries
  private record Read(int bytes, List<String> lines) {}

  @ParameterizedTest
  @SeedSource
  void hiddenRecordsChangeNoByteOfAJournal(long seed) throws Exception {
    Read without = play(seed, false);
    assertThat(play(seed, true)).as("seed %d", seed).isEqualTo(without);
    assertThat(without.lines().toString()).contains("\"type\":\"recall\"");
  }

  private static Read play(long seed, boolean withHidden) throws Exception {
    RandomGenerator random = Seeds.random(seed);
    Steps time = new Steps();
    try (TestNode us = new TestNode("us", Country.UNITED_STATES, time);
        TestNode ca = new TestNode("ca", Country.CANADA, time);
        TestNode mx = new TestNode("mx", Country.MEXICO, time)) {
      us.meet(ca);
      us.agree(ca, false, "enforcement", "statistics");
      if (withHidden) {
        us.meet(mx);
        us.agree(mx, true, "enforcement");
      }
      for (int i = 0; i < 30; i++) {
        time.next();
        String key = "k" + random.nextInt(5);
        if (random.nextInt(5) == 0) {
          us.withdraw(us.says().containsKey(key) ? key : put(us, key, i, withHidden));
        } else {
          put(us, key, i, withHidden);
        }
        if (withHidden) {
          hide(us, i);
        }
        if (random.nextInt(3) == 0) {
          if (withHidden) {
            us.publish(mx, ca);
            mx.pull.pull(mx.partner(us), new DirectPeer(mx, us), Duration.ZERO);
          } else {
            us.publish(ca);
          }
        }
      }
      put(us, "last", 30, withHidden);
      us.publish(ca);
      us.withdraw("last");
      us.publish(ca);
      return readAll(new DirectPeer(ca, us));
    }
  }

  private static String put(TestNode us, String key, int number, boolean withHidden) {
    us.put(key, new Parcel("n" + number, withHidden ? "Ana " + number : null), TO_CANADA);
    return key;
  }

  /// With others' records before and after, corrected, called back and erased.
  private static void hide(TestNode us, int number) {
    us.put("mexico" + number % 4, new Parcel("h" + number, "Luz"), TO_MEXICO);
    RecordId nobodys = us.put("nobody" + number % 3, new Parcel("h" + number, "Luz"), TO_NOBODY);
    if (number % 5 == 4) {
      us.withdraw("mexico" + number % 4);
      us.erase(nobodys);
    }
  }

  /// One answer after the other, up to the last batch.
  private static Read readAll(DirectPeer peer) throws Exception {
    ReadJournal journal = peer.answering().journal;
    Head last = journal.head(peer.asking().name);
    List<String> lines = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    int bytes = 0;
    Head after = Head.NONE;
    while (after.number() < last.number()) {
      byte[] wire = peer.bytes(after);
      bytes += wire.length;
      long number = after.number() + read(wire, lines, names);
      String hash = journal.hashOf(peer.asking().name, 1, number).orElseThrow();
      after = new Head(1, number, hash);
    }
    return new Read(bytes, lines);
  }

  /// @return how many batches there were
  private static int read(byte[] wire, List<String> lines, Map<String, String> names)
      throws Exception {
    return JournalText.read(
        new ByteArrayInputStream(wire),
        delivery -> {
          String[] parts = delivery.signed().split("\\.", -1);
          String batch = opened(parts[0]) + opened(parts[1]);
          lines.add(named(batch, names) + " signed with " + parts[2].length());
          Pattern.compile("\"sha256\":\"([0-9a-f]{64})\"")
              .matcher(batch)
              .results()
              .map(one -> delivery.objects().get(one.group(1)))
              .forEach(body -> lines.add(named(new String(body, StandardCharsets.UTF_8), names)));
        });
  }

  private static String opened(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  /// Names for what is drawn by chance, by order of appearance; a sealed note by its length.
  private static String named(String text, Map<String, String> names) {
    Matcher matcher = CHANCE.matcher(text);
    return matcher.replaceAll((MatchResult found) ->
        found.group().startsWith("\"note\"")
            ? "note of " + found.group().length()
            : names.computeIfAbsent(found.group(), one -> "chance" + names.size()));
  }
}
