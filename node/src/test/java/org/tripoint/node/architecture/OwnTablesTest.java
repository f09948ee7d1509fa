package org.tripoint.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A room's SQL touches only its own schema: what another room knows is asked of that room.
class OwnTablesTest {

  private static final Path ROOMS = Path.of("src/main/java/org/tripoint/node");

  private static final Set<String> SCHEMAS =
      Set.of(
          "ledger",
          "intake",
          "metrics",
          "signals",
          "substances",
          "accounts",
          "seizures",
          "health",
          "laboratory",
          "liaison",
          "detectors",
          "notices");

  private static final Pattern TABLE =
      Pattern.compile(
          "(?i)\\b(?:from|into|join|update|truncate|table|copy|using|only)\\s+\"?("
              + String.join("|", SCHEMAS)
              + ")\"?\\.");

  @Test
  void noRoomNamesAnotherRoomsTables() throws IOException {
    List<String> strangers = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOMS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String own = roomOf(ROOMS.relativize(file));
        Matcher matcher = TABLE.matcher(Files.readString(file));
        while (matcher.find()) {
          seen.add(own);
          if (!matcher.group(1).equalsIgnoreCase(own)) {
            strangers.add(file + " names a table of " + matcher.group(1));
          }
        }
      }
    }
    assertThat(seen).as("rooms with SQL").isNotEmpty();
    assertThat(strangers).isEmpty();
  }

  private static String roomOf(Path file) {
    return file.getName(file.getName(0).toString().equals("desks") ? 1 : 0).toString();
  }
}
