package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;

/// What a program may not have changes no byte of any answer: the same history with and without
/// what others are given, asked for in every way, by pages, tokens, ids, moments and mistakes.
class SameAnswersTest extends TaxiiNode {

  /// Names a line of the log: drawn anew for each refusal.
  private static final Pattern ERROR = Pattern.compile("\"error_id\":\"[0-9a-f-]{36}\"");

  private static final long START = 1_700_000_000_000_000L;
  private static final int OBJECTS = 6;

  @ParameterizedTest
  @SeedSource
  void hiddenObjectsChangeNoByteOfAnyAnswer(long seed) throws Exception {
    Program program = reader("enforcement");
    play(Seeds.random(seed), false);
    List<String> without = answers(program);
    for (String table : List.of("entry", "object")) {
      jdbc.update("delete from exchange." + table);
    }
    play(Seeds.random(seed), true);
    assertThat(answers(program)).as("seed %d", seed).isEqualTo(without);
    assertThat(without.toString()).contains("\"more\":true", "-> 404", "-> 400");
  }

  /// Between every two lines of the one, others are given the same objects, later versions of them,
  /// and objects of their own; and some are made and given to nobody.
  private void play(RandomGenerator random, boolean withHidden) {
    int own = bitOf("enforcement");
    int others = bitOf("customs");
    for (int i = 1; i <= 30; i++) {
      String object = id(random.nextBoolean() ? "note" : "identity", random.nextInt(OBJECTS));
      long at = START + i * 1_000L;
      if (random.nextInt(5) == 0) {
        recall(own, object, at);
      } else {
        give(own, object, version(i), at);
      }
      if (withHidden) {
        give(others, object, version(100 + i), at + 1);
        give(others, hidden(i), version(i), at);
        recall(others, id("note", i % OBJECTS), at - 1);
        make(id("identity", i % OBJECTS), version(200 + i));
      }
    }
  }

  private static String hidden(int number) {
    return id("note", 1_000 + number);
  }

  private void make(String object, long modified) {
    jdbc.update(
        "insert into exchange.object (id, modified, type, sha256, body) values (?, ?, ?, '', ?)",
        object,
        modified,
        object.substring(0, object.indexOf("--")),
        body(object, modified).getBytes(StandardCharsets.UTF_8));
  }

  private List<String> answers(Program program) throws Exception {
    String own = program.collection("enforcement");
    List<String> answers = new ArrayList<>();
    for (String path : List.of("/taxii2/", ROOT, ROOT + "collections/", own)) {
      ask(program, path, answers);
    }
    for (String list : List.of("objects/", "manifest/")) {
      for (String filter :
          List.of(
              "",
              "match%5Bversion%5D=all&",
              "match%5Btype%5D=note&",
              "match%5Bversion%5D=first&")) {
        for (int limit : List.of(1, 3, 1000)) {
          walk(program, own + list + "?" + filter + "limit=" + limit, answers);
        }
      }
      for (int i = 1; i <= 30; i += 7) {
        long at = START + i * 1_000L;
        ask(program, own + list + "?added_after=" + Timestamps.write(at), answers);
        ask(program, own + list + "?added_after=" + Timestamps.write(at - 1), answers);
        ask(program, own + list + "?match%5Bid%5D=" + hidden(i), answers);
        ask(
            program,
            own + list + "?match%5Bversion%5D=" + Timestamps.write(version(100 + i)),
            answers);
      }
      ask(program, own + list + "?next=AQAAAAAAAAAB", answers);
      ask(program, own + list + "?limit=0", answers);
    }
    for (int i = 0; i < OBJECTS; i++) {
      for (String object : List.of(id("note", i), id("identity", i), hidden(i + 1))) {
        ask(program, own + "objects/" + object + "/", answers);
        ask(program, own + "objects/" + object + "/?match%5Bversion%5D=all", answers);
        ask(program, own + "objects/" + object + "/versions/", answers);
      }
    }
    ask(program, ROOT + "collections/" + id("x", 1).substring(3) + "/objects/", answers);
    ask(program, foreign() + "objects/", answers);
    ask(program, foreign() + "objects/" + hidden(1) + "/", answers);
    ask(program, ROOT + "status/" + id("x", 1).substring(3) + "/", answers);
    answers.add(said("DELETE", program.send("DELETE", own + "objects/" + hidden(1) + "/", none())));
    answers.add(said("POST", program.post(own + "objects/", "{\"objects\":[]}")));
    return answers;
  }

  private static java.net.http.HttpRequest.BodyPublisher none() {
    return java.net.http.HttpRequest.BodyPublishers.noBody();
  }

  /// The collection of the others.
  private String foreign() throws Exception {
    return reader("customs").collection("customs");
  }

  private static void walk(Program program, String path, List<String> answers) throws Exception {
    Answer page = ask(program, path, answers);
    for (int i = 0; page.more() && i < 100; i++) {
      page = ask(program, path + "&next=" + page.next(), answers);
    }
  }

  private static Answer ask(Program program, String path, List<String> answers) throws Exception {
    Answer answer = program.get(path);
    answers.add(said(path, answer));
    return answer;
  }

  /// All that came back but the hour and when the connection is to be renewed.
  private static String said(String asked, Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.keySet().removeAll(Set.of("date", "connection", "keep-alive"));
    return asked
        + " -> "
        + answer.status()
        + " "
        + headers
        + " "
        + ERROR.matcher(answer.response().body()).replaceAll("\"error_id\"");
  }
}
