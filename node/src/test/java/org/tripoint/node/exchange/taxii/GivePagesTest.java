package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import tools.jackson.databind.JsonNode;

/// What programs read, page by page.
class GivePagesTest extends TaxiiNode {

  private static final String NOTE = id("note", 1);

  @Test
  void describesItselfAndTheCallersCollectionOnly() throws Exception {
    Program program = reader("enforcement");
    JsonNode discovery = program.get("/taxii2/").json();
    assertThat(discovery.path("default").asString()).isEqualTo(ROOT);
    assertThat(discovery.path("api_roots").get(0).asString()).isEqualTo(ROOT);
    JsonNode root = program.get(ROOT).json();
    assertThat(root.path("versions").get(0).asString()).isEqualTo(TAXII);
    assertThat(root.path("max_content_length").asInt()).isEqualTo(10 << 20);
    JsonNode collections = program.get(ROOT + "collections/").json().path("collections");
    assertThat(collections.size()).isEqualTo(1);
    JsonNode one = collections.get(0);
    assertThat(one.path("title").asString()).isEqualTo(PARTNER + " enforcement");
    assertThat(one.path("id").asString()).matches("[0-9a-f-]{14}4[0-9a-f-]{21}");
    assertThat(one.path("can_read").asBoolean()).isTrue();
    assertThat(one.path("can_write").asBoolean()).isFalse();
    assertThat(program.get(ROOT + "collections").json().path("collections").get(0)).isEqualTo(one);
    assertThat(program.get(program.collection("enforcement")).json()).isEqualTo(one);
  }

  @Test
  void givesTheFrozenBytesInOrderWithTheirDates() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    Answer empty = program.get(objects);
    assertThat(empty.response().body()).isEqualTo("{}");
    assertThat(empty.header("X-TAXII-Date-Added-First")).isEmpty();
    long first = give("enforcement", NOTE, version(1));
    long last = give("enforcement", id("note", 2), version(1));
    Answer both = program.get(objects);
    assertThat(both.header("Content-Type")).isEqualTo(TAXII);
    assertThat(both.response().body())
        .isEqualTo(
            "{\"objects\":["
                + body(NOTE, version(1))
                + ","
                + body(id("note", 2), version(1))
                + "]}");
    assertThat(both.header("X-TAXII-Date-Added-First")).isEqualTo(Timestamps.write(first));
    assertThat(both.header("X-TAXII-Date-Added-Last")).isEqualTo(Timestamps.write(last));
    Answer manifest = program.get(objects.replace("objects/", "manifest/"));
    JsonNode line = manifest.json().path("objects").get(1);
    assertThat(line.path("id").asString()).isEqualTo(id("note", 2));
    assertThat(line.path("date_added").asString()).isEqualTo(Timestamps.write(last));
    assertThat(line.path("version").asString()).isEqualTo(Timestamps.writeVersion(version(1)));
  }

  @Test
  void showsTheNewestVersionUnlessAskedForOthers() throws Exception {
    Program program = reader("enforcement");
    String collection = program.collection("enforcement");
    String object = collection + "objects/" + NOTE + "/";
    for (int i = 1; i <= 3; i++) {
      give("enforcement", NOTE, version(i));
    }
    assertThat(versions(program.get(object))).containsExactly(version(3));
    assertThat(versions(program.get(object + "?match%5Bversion%5D=first")))
        .containsExactly(version(1));
    assertThat(versions(program.get(object + "?match%5Bversion%5D=all")))
        .containsExactly(version(1), version(2), version(3));
    assertThat(
            versions(
                program.get(object + "?match%5Bversion%5D=last," + Timestamps.write(version(2)))))
        .containsExactly(version(2), version(3));
    JsonNode list = program.get(object + "versions/").json().path("versions");
    assertThat(list.size()).isEqualTo(3);
    assertThat(list.get(2).asString()).isEqualTo(Timestamps.writeVersion(version(3)));
    assertThat(program.get(object + "?match%5Bversion%5D=all,last").status()).isEqualTo(400);
    assertThat(program.get(object + "?match%5Bversion%5D=soon").status()).isEqualTo(400);
    assertThat(program.get(object + "?match%5Bspec_version%5D=2.0").response().body())
        .isEqualTo("{}");
    assertThat(versions(program.get(object + "?match%5Bspec_version%5D=2.0,2.1"))).hasSize(1);
  }

  @Test
  void showsNothingOfWhatWasCalledBack() throws Exception {
    Program program = reader("enforcement");
    String collection = program.collection("enforcement");
    give("enforcement", NOTE, version(1));
    give("enforcement", id("note", 2), version(1));
    recall("enforcement", NOTE);
    assertThat(program.get(collection + "objects/").ids()).containsExactly(id("note", 2));
    assertThat(program.get(collection + "objects/?match%5Bversion%5D=all").ids())
        .containsExactly(id("note", 2));
    assertThat(program.get(collection + "manifest/").ids()).containsExactly(id("note", 2));
    assertThat(program.get(collection + "objects/" + NOTE + "/").status()).isEqualTo(404);
    assertThat(program.get(collection + "objects/" + NOTE + "/versions/").status()).isEqualTo(404);
    assertThat(program.get(collection + "objects/" + NOTE + "/?match%5Bversion%5D=all").json())
        .isEmpty();
    long again = give("enforcement", NOTE, version(1));
    Answer answer = program.get(collection + "objects/");
    assertThat(answer.ids()).containsExactly(id("note", 2), NOTE);
    assertThat(answer.header("X-TAXII-Date-Added-Last")).isEqualTo(Timestamps.write(again));
  }

  @Test
  void findsByIdAndType() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    for (int i = 1; i <= 5; i++) {
      give("enforcement", id(i % 2 == 0 ? "identity" : "note", i), version(i));
    }
    assertThat(program.get(objects + "?match%5Btype%5D=identity").ids())
        .containsExactly(id("identity", 2), id("identity", 4));
    assertThat(program.get(objects + "?match%5Btype%5D=identity,note&limit=4").ids()).hasSize(4);
    assertThat(program.get(objects + "?match%5Btype%5D=malware").response().body()).isEqualTo("{}");
    assertThat(
            program
                .get(objects + "?match%5Bid%5D=" + id("note", 5) + "," + id("identity", 2))
                .ids())
        .containsExactly(id("identity", 2), id("note", 5));
    assertThat(
            program
                .get(objects + "?match%5Bid%5D=" + id("note", 5) + "&match%5Btype%5D=identity")
                .response()
                .body())
        .isEqualTo("{}");
    assertThat(program.get(objects + "?match%5Bid%5D=").status()).isEqualTo(400);
    assertThat(program.get(objects + "?match%5Btype%5D=note&match%5Btype%5D=note").status())
        .isEqualTo(400);
    assertThat(program.get(objects + "?match%5Bshape%5D=round&x=y").ids()).hasSize(5);
  }

  @Test
  void startsAfterAMomentOfAnyPrecision() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    give("enforcement", NOTE, version(1));
    long second = give("enforcement", id("note", 2), version(1));
    String exact = Timestamps.write(second - 7);
    assertThat(program.get(objects + "?added_after=" + exact).ids()).containsExactly(id("note", 2));
    assertThat(program.get(objects + "?added_after=" + exact.replace("Z", "999Z")).ids())
        .containsExactly(id("note", 2));
    String seconds = exact.substring(0, 19) + "Z";
    assertThat(program.get(objects + "?added_after=" + seconds).ids()).hasSizeLessThanOrEqualTo(2);
    for (String wrong :
        List.of("", "yesterday", "2026-01-31", "2026-13-31T00:00:00Z", "2026-01-31T00:00:00")) {
      assertThat(program.get(objects + "?added_after=" + encode(wrong)).status())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(program.get(objects + "?added_after=" + exact + "&added_after=" + exact).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"objects/", "manifest/", "objects/%s/versions/", "objects/%s/"})
  void walksToTheEndByTokensThatHoldForGood(String list) throws Exception {
    Program program = reader("enforcement");
    for (int i = 1; i <= 5; i++) {
      give("enforcement", NOTE, version(i));
    }
    String address = program.collection("enforcement") + list.formatted(NOTE);
    String filter = "?match%5Bversion%5D=all";
    List<Integer> sizes = new ArrayList<>();
    Answer page = program.get(address + filter + "&limit=2");
    Answer first = page;
    String last = "";
    while (page.more()) {
      sizes.add(size(page));
      last = page.next();
      page = program.get(address + filter + "&limit=2&next=" + last);
    }
    sizes.add(size(page));
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(page.json().has("more")).isFalse();
    give("enforcement", NOTE, version(6));
    assertThat(size(program.get(address + filter + "&next=" + last))).isEqualTo(2);
    assertThat(size(program.get(address + filter + "&limit=1&next=" + first.next()))).isEqualTo(1);
  }

  @Test
  void takesATokenWithAnotherLimitAndDateButNotWithAnotherQuestion() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    long third = 0;
    for (int i = 1; i <= 4; i++) {
      long at = give("enforcement", id("note", i), version(1));
      third = i == 3 ? at : third;
    }
    String next = program.get(objects + "?match%5Btype%5D=note,identity&limit=1").next();
    String same = objects + "?match%5Btype%5D=identity,note&next=" + next;
    assertThat(program.get(same).ids()).hasSize(3);
    assertThat(program.get(same + "&limit=2").ids()).hasSize(2);
    assertThat(program.get(same + "&added_after=2020-01-01T00:00:00Z").ids()).hasSize(3);
    assertThat(program.get(same + "&added_after=" + Timestamps.write(third)).ids())
        .containsExactly(id("note", 4));
    assertThat(program.get(objects + "?next=" + next).status()).isEqualTo(400);
    assertThat(program.get(objects + "?match%5Btype%5D=note&next=" + next).status()).isEqualTo(400);
    assertThat(program.get(same.replace("objects/", "manifest/")).status())
        .as("of another address")
        .isEqualTo(400);
    for (String wrong : List.of("x", "AAAA", next.substring(1), next + "A", "%00", "..%2f..")) {
      assertThat(program.get(objects + "?next=" + wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(program.get(objects + "?next=").ids()).as("empty, as as_pages sends").hasSize(4);
  }

  @Test
  void refusesALimitThatIsNoPositiveNumberAndCutsALargeOne() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    give("enforcement", NOTE, version(1));
    for (String wrong : List.of("0", "-1", "", "1.5", "ten", "1e3", "+1", "99999999999999999999")) {
      assertThat(program.get(objects + "?limit=" + encode(wrong)).status())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(program.get(objects + "?limit=1&limit=1").status()).isEqualTo(400);
    assertThat(program.get(objects + "?limit=999999999").ids()).hasSize(1);
  }

  @Test
  void saysThatThereIsMoreOnlyWhenThisCallerWouldSeeIt() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    give("enforcement", NOTE, version(1));
    give("enforcement", id("note", 2), version(1));
    give("customs", id("note", 3), version(1));
    recall("enforcement", id("note", 2));
    give("enforcement", id("identity", 4), version(1));
    assertThat(program.get(objects + "?match%5Btype%5D=note&limit=1").more()).isFalse();
    assertThat(program.get(objects + "?limit=2").more()).isFalse();
    assertThat(program.get(objects + "?limit=1").more()).isTrue();
  }

  /// Objects are given, corrected, called back and given anew (an older version too) while a
  /// program walks: what it read last of an object is what stands, and it sees no version twice.
  @ParameterizedTest
  @SeedSource(more = -5641789894311990185L)
  void missesAndDoublesNothingWhileThingsHappen(long seed) throws Exception {
    RandomGenerator random = Seeds.random(seed);
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    Map<String, Long> stand = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      happen(random, stand);
    }
    Set<String> seen = new HashSet<>();
    Map<String, Long> readLast = new TreeMap<>();
    String next = "";
    boolean more = true;
    while (more) {
      Answer page = program.get(objects + "?limit=" + (1 + random.nextInt(5)) + next);
      for (JsonNode one : page.json().path("objects")) {
        long modified = Timestamps.parse(one.path("modified").asString()).orElseThrow();
        String object = one.path("id").asString();
        assertThat(seen.add(object + modified)).as("seed %s: twice", seed).isTrue();
        readLast.put(object, modified);
      }
      more = page.more();
      next = more ? "&next=" + page.next() : next;
      if (more) {
        for (int i = random.nextInt(4); i > 0 && seen.size() < 200; i--) {
          happen(random, stand);
        }
      }
    }
    stand.forEach((object, modified) ->
        assertThat(readLast).as("seed %s: missed", seed).containsEntry(object, modified));
  }

  private void happen(RandomGenerator random, Map<String, Long> stand) {
    String object = id("note", random.nextInt(20));
    if (random.nextInt(5) == 0) {
      if (stand.remove(object) != null) {
        recall("enforcement", object);
      }
      return;
    }
    long modified = version(random.nextInt(1_000_000));
    if (modified > stand.getOrDefault(object, 0L)) {
      stand.put(object, modified);
      give("enforcement", object, modified);
    }
  }

  private static int size(Answer page) {
    return page.json().path("objects").size() + page.json().path("versions").size();
  }

  private static List<Long> versions(Answer page) {
    List<Long> versions = new ArrayList<>();
    page.json()
        .path("objects")
        .forEach(
            one -> versions.add(Timestamps.parse(one.path("modified").asString()).orElseThrow()));
    return versions;
  }
}
