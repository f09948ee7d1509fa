package org.tripoint.node.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.reading.FileRefusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes a delivered file that is a mapping (a JSON object with `"kind": "import-mapping"`), as one
/// node exported it for another.
@Component
class TakeMappingFile {

  private static final int LARGEST = 1 << 20;

  private final ImportJobs jobs;
  private final FileStore files;
  private final SaveMapping save;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  TakeMappingFile(ImportJobs jobs, FileStore files, SaveMapping save, Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.save = save;
    this.clock = clock;
  }

  /// Saves the mapping that the file holds; false when it is none, and nothing happened.
  boolean take(ImportJob job) throws IOException {
    Path path = files.path(job.delivery().sha256());
    if (job.delivery().bytes() > LARGEST
        || !files.isKept(job.delivery())
        || !startsAsObject(path)) {
      return false;
    }
    try {
      JsonNode node = json.readTree(Files.readString(path, StandardCharsets.UTF_8));
      if (!ImportMapping.KIND.name().equals(node.path("kind").asString(""))) {
        return false;
      }
      ImportMapping mapping = json.treeToValue(node.path("content"), ImportMapping.class);
      save.save(mapping, job.delivery().sender());
      jobs.doneAsMapping(job.id(), mapping, clock.instant());
    } catch (JacksonException | IllegalArgumentException e) {
      jobs.refused(
          job.id(),
          new FileRefusal(
              FileRefusal.Rule.MAPPING_NOT_READABLE,
              job.delivery().fileName(),
              0,
              "",
              e.getMessage() == null ? "" : e.getMessage(),
              "docs/formats/imports.md"),
          clock.instant());
    }
    return true;
  }

  private static boolean startsAsObject(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(64), StandardCharsets.UTF_8);
      return head.strip().startsWith("{");
    }
  }

  /// The mapping as a file that [#take] reads.
  String write(ImportMapping mapping) {
    var node = json.createObjectNode();
    node.put("kind", ImportMapping.KIND.name());
    node.put("version", ImportMapping.KIND.version());
    node.set("content", json.valueToTree(mapping));
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }
}
