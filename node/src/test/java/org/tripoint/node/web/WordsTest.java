package org.tripoint.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every room's words are complete in three languages, and no template says a word of its own.
class WordsTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  @Test
  void hasEveryKeyInThreeLanguages() throws IOException {
    for (Map.Entry<String, List<Properties>> room : bundles().entrySet()) {
      Set<Object> english = room.getValue().get(0).keySet();
      assertThat(room.getValue().get(1).keySet())
          .as(room.getKey() + " in Spanish")
          .isEqualTo(english);
      assertThat(room.getValue().get(2).keySet())
          .as(room.getKey() + " in French")
          .isEqualTo(english);
    }
  }

  @Test
  void takesTheSameArgumentsInThreeLanguages() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (List<Properties> languages : bundles().values()) {
      for (String key : languages.getFirst().stringPropertyNames()) {
        Set<Integer> english = arguments(key, languages.getFirst());
        for (Properties other : languages) {
          if (other.containsKey(key) && !arguments(key, other).equals(english)) {
            wrong.add(
                key
                    + ": "
                    + languages.getFirst().getProperty(key)
                    + " / "
                    + other.getProperty(key));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void knowsEveryKeyThatATemplateAsksFor() throws IOException {
    Set<String> known = new TreeSet<>();
    bundles().values().forEach(one -> known.addAll(one.getFirst().stringPropertyNames()));
    List<String> unknown = new ArrayList<>();
    Pattern asked = Pattern.compile("page\\.t\\(\\s*\"([^\"]+)\"\\s*[,)]");
    for (Path template : templates()) {
      Matcher matcher = asked.matcher(Files.readString(template));
      while (matcher.find()) {
        if (!known.contains(matcher.group(1))) {
          unknown.add(template + ": " + matcher.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void findsNoWordsWrittenIntoTemplates() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path template : templates()) {
      for (String text : TemplateText.visible(Files.readString(template))) {
        found.add(template + ": " + text);
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> all = Files.walk(TEMPLATES)) {
      return all.filter(path -> path.toString().endsWith(".jte")).sorted().toList();
    }
  }

  private static Set<Integer> arguments(String key, Properties words) {
    String pattern = words.getProperty(key);
    try {
      new MessageFormat(pattern);
    } catch (IllegalArgumentException e) {
      throw new AssertionError("expected MessageFormat syntax in " + key + ": " + pattern, e);
    }
    Set<Integer> used = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(pattern.replace("''", ""));
    while (matcher.find()) {
      used.add(Integer.valueOf(matcher.group(1)));
    }
    return used;
  }

  private static Map<String, List<Properties>> bundles() throws IOException {
    Map<String, List<Properties>> rooms = new TreeMap<>();
    Resource[] found =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:words/*/messages.properties");
    assertThat(found).isNotEmpty();
    for (Resource english : found) {
      String url = english.getURL().toString();
      String room = url.substring(url.lastIndexOf("words/") + 6, url.lastIndexOf('/'));
      rooms.put(
          room,
          List.of(
              read(english),
              read(english.createRelative("messages_es.properties")),
              read(english.createRelative("messages_fr.properties"))));
    }
    return rooms;
  }

  private static Properties read(Resource resource) throws IOException {
    Properties words = new Properties();
    try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
