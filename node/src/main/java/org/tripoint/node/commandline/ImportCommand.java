package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Uploads files to the running node, one after the other, and tells what became of every row.
///
/// Exit code: 0 all rows are in, 2 some wait in quarantine, 1 a file failed, was refused or waits
/// for an answer.
@Command(name = "import", description = "${bundle:commandline.import}")
final class ImportCommand implements Callable<Integer> {
  /// With less room than this a database cannot go on writing for long.
  private static final long LEAST_ROOM_MEGABYTES = 32;

  private static final int SHORT_LIST = 40;

  @Mixin private HomeOption home = new HomeOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "${bundle:commandline.import.file}")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--list", description = "${bundle:commandline.import.list}")
  private @Nullable Path list;

  @Option(names = "--published", description = "${bundle:commandline.import.published}")
  private @Nullable String published;

  @Option(names = "--format", description = "${bundle:commandline.import.format}")
  private @Nullable String format;

  @Option(names = "--mapping", description = "${bundle:commandline.import.mapping}")
  private @Nullable String mapping;

  @Option(names = "--source", description = "${bundle:commandline.import.source}")
  private @Nullable String source;

  @Option(names = "--synthetic", description = "${bundle:commandline.import.synthetic}")
  private boolean synthetic;

  @Option(names = "--preview", description = "${bundle:commandline.import.preview}")
  private boolean preview;

  private final Terminal terminal;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<ImportRequest> requests = requests();
    if (requests.isEmpty()) {
      terminal.say("import.nothing");
      return 1;
    }
    NodeClient node = home.runningNode(terminal).orElse(null);
    if (node == null) {
      return 1;
    }
    List<ImportOutcome> outcomes = new ArrayList<>();
    for (ImportRequest request : requests) {
      outcomes.add(bringIn(node, request, new Sofar(outcomes, requests.size())));
    }
    new ImportTable(terminal, preview)
        .print(outcomes, outcomes.size() <= SHORT_LIST, node.address());
    int code = exitCode(outcomes);
    if (code == 1) {
      NodeHome here = home.home();
      here.roomBelow(LEAST_ROOM_MEGABYTES)
          .ifPresent(left -> terminal.say("import.disk", here.path().toString(), left));
    }
    return code;
  }

  private List<ImportRequest> requests() throws IOException {
    List<ImportRequest> requests = new ArrayList<>();
    for (Path file : files) {
      requests.add(new ImportRequest(file, null, null));
    }
    if (list != null) {
      requests.addAll(ImportRequest.readList(list));
    }
    return requests.stream().map(r -> r.orElse(published, mapping)).toList();
  }

  private int exitCode(List<ImportOutcome> outcomes) {
    if (!outcomes.stream().allMatch(o -> o.done(preview))) {
      return 1;
    }
    return outcomes.stream().anyMatch(o -> o.quarantined() > 0) ? 2 : 0;
  }

  private ImportOutcome bringIn(NodeClient node, ImportRequest request, Sofar sofar)
      throws InterruptedException {
    long start = System.nanoTime();
    if (!Files.isReadable(request.file()) || Files.isDirectory(request.file())) {
      return ImportOutcome.failed(
          request.file(), terminal.word("import.unreadable", request.file().toString()), 0);
    }
    try {
      String id = node.upload(request.file(), parameters(request));
      long pause = 40;
      while (true) {
        ImportOutcome now =
            ImportOutcome.of(request.file(), id, node.progress(id), secondsSince(start));
        if (now.settled(preview)) {
          return now;
        }
        show(now, sofar);
        Thread.sleep(pause);
        pause = Math.min(500, pause * 3 / 2);
      }
    } catch (IOException e) {
      String why = terminal.word("import.lost", String.valueOf(e.getMessage()));
      return ImportOutcome.failed(request.file(), why, secondsSince(start));
    } catch (NodeClient.Refused e) {
      String why = String.valueOf(e.getMessage());
      return ImportOutcome.failed(request.file(), why, secondsSince(start));
    }
  }

  /// @param done files before this one
  /// @param files all files
  private record Sofar(List<ImportOutcome> done, int files) {
    long rows() {
      return done.stream().mapToLong(ImportOutcome::rows).sum();
    }

    double seconds() {
      return done.stream().mapToDouble(ImportOutcome::seconds).sum();
    }
  }

  private void show(ImportOutcome now, Sofar sofar) {
    long rows = sofar.rows() + now.rows();
    terminal.progress(
        terminal.word(
            "import.progress",
            sofar.done().size() + 1,
            sofar.files(),
            String.valueOf(now.file().getFileName()),
            now.percentDone(),
            rows,
            Math.round(rows / Math.max(sofar.seconds() + now.seconds(), 0.001))));
  }

  private Map<String, String> parameters(ImportRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("fileName", String.valueOf(request.file().getFileName()));
    parameters.put("mode", preview ? "preview" : "append");
    put(parameters, "published", request.published());
    put(parameters, "format", format);
    put(parameters, "mapping", request.mapping());
    put(parameters, "source", source);
    if (synthetic) {
      parameters.put("synthetic", "true");
    }
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parameters.put(name, value);
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
