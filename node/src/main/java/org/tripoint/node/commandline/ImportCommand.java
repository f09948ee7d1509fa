package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Uploads files to the running node in their order and tells what became of every row.
///
/// Exit code: 0 all rows are in, 2 some wait in quarantine, 1 a file failed, was refused or waits
/// for an answer.
@Command(name = "import", description = "${bundle:commandline.import}")
final class ImportCommand implements Callable<Integer> {
  /// With less room than this a database cannot go on writing for long.
  private static final long LEAST_ROOM_MEGABYTES = 32;

  private static final int SHORT_LIST = 40;

  /// Releases that are handed over and not yet in.
  private static final int AT_A_TIME = 4;

  /// Milliseconds between questions how far a release is: each costs the node more than some rows
  /// do.
  private static final long SHORTEST_PAUSE = 200;

  private static final long LONGEST_PAUSE = 1_000;

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

  @Option(names = "--as", description = "${bundle:commandline.import.as}")
  private ImportRequest.As as = ImportRequest.As.FILE;

  @Option(names = "--name", description = "${bundle:commandline.import.name}")
  private @Nullable String name;

  @Option(names = "--licence", description = "${bundle:commandline.import.licence}")
  private @Nullable String licence;

  @Option(names = "--shared", description = "${bundle:commandline.import.shared}")
  private @Nullable String shared;

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
    long start = System.nanoTime();
    List<ImportOutcome> outcomes = bringIn(node, requests);
    new ImportTable(terminal, preview)
        .print(outcomes, outcomes.size() <= SHORT_LIST, node.address(), secondsSince(start));
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
      requests.add(new ImportRequest(file, as, Map.of()));
    }
    if (list != null) {
      requests.addAll(ImportRequest.readList(list));
    }
    Map<String, String> said = new LinkedHashMap<>();
    put(said, "published", published);
    put(said, "mapping", mapping);
    put(said, "name", name);
    put(said, "licence", licence);
    put(said, "shared", shared);
    return requests.stream().map(request -> request.orElse(said)).toList();
  }

  private int exitCode(List<ImportOutcome> outcomes) {
    if (!outcomes.stream().allMatch(o -> o.done(preview))) {
      return 1;
    }
    return outcomes.stream().anyMatch(o -> o.quarantined() > 0) ? 2 : 0;
  }

  /// Some releases are under way at a time: those behind the one that is appended are received and
  /// checked meanwhile. Whatever is no release waits for what was handed over before it, and is
  /// waited for.
  private List<ImportOutcome> bringIn(NodeClient node, List<ImportRequest> requests)
      throws InterruptedException {
    Sofar sofar = new Sofar(new ArrayList<>(), requests.size(), System.nanoTime());
    Deque<UnderWay> underWay = new ArrayDeque<>();
    for (int i = 0; i < requests.size(); i++) {
      ImportRequest request = requests.get(i);
      int most = request.isRelease() ? AT_A_TIME : 1;
      settle(node, underWay, most - 1, sofar);
      underWay.add(begin(node, request, i + 1));
      settle(node, underWay, request.isRelease() ? AT_A_TIME : 0, sofar);
    }
    settle(node, underWay, 0, sofar);
    return sofar.outcomes();
  }

  /// Until no more than so many are under way; the first that was handed over is waited for first.
  private void settle(NodeClient node, Deque<UnderWay> underWay, int most, Sofar sofar)
      throws InterruptedException {
    while (underWay.size() > most) {
      sofar.outcomes().add(waitFor(node, underWay.removeFirst(), sofar));
    }
  }

  /// A file that was handed over.
  ///
  /// @param number counted from one
  /// @param start when it was handed over, of [System#nanoTime]
  private record UnderWay(ImportOutcome outcome, int number, long start) {}

  private UnderWay begin(NodeClient node, ImportRequest request, int number)
      throws InterruptedException {
    long start = System.nanoTime();
    ImportOutcome outcome;
    if (!Files.isReadable(request.file()) || Files.isDirectory(request.file())) {
      outcome =
          ImportOutcome.failed(
              request.file(), terminal.word("import.unreadable", request.file().toString()), 0);
    } else if (preview && request.as() != ImportRequest.As.FILE) {
      outcome =
          ImportOutcome.failed(
              request.file(), terminal.word("import.no-preview", request.file().toString()), 0);
    } else {
      try {
        outcome = handOver(node, request, start);
      } catch (IOException e) {
        outcome = lost(request.file(), e, start);
      } catch (NodeClient.Refused e) {
        outcome = refused(request.file(), e, start);
      }
    }
    return new UnderWay(outcome, number, start);
  }

  /// A release goes on from here; all else is in when the node has answered.
  private ImportOutcome handOver(NodeClient node, ImportRequest request, long start)
      throws IOException, InterruptedException, NodeClient.Refused {
    Path file = request.file();
    HandIn handIn = new HandIn(node, synthetic);
    return switch (request.as()) {
      case FILE -> ImportOutcome.received(file, node.upload(file, parameters(request)));
      case RECORDS -> handed(file, handIn.records(file), start);
      case LAW -> handed(file, handIn.law(file), start);
      case LIBRARY -> handed(file, handIn.library(file, request.said()), start);
    };
  }

  private static ImportOutcome handed(Path file, HandIn.Handed handed, long start) {
    return handed.refused().isEmpty()
        ? ImportOutcome.handed(file, handed, secondsSince(start))
        : ImportOutcome.failed(file, handed.refused(), secondsSince(start));
  }

  /// What became of it, once nothing more happens to it.
  private ImportOutcome waitFor(NodeClient node, UnderWay file, Sofar sofar)
      throws InterruptedException {
    ImportOutcome now = file.outcome();
    long pause = 0;
    while (!now.settled(preview)) {
      Thread.sleep(pause);
      pause = Math.clamp(pause * 3 / 2, SHORTEST_PAUSE, LONGEST_PAUSE);
      try {
        now =
            ImportOutcome.of(
                now.file(), now.id(), node.progress(now.id()), secondsSince(file.start()));
        show(now, file.number(), sofar);
      } catch (IOException e) {
        now = lost(now.file(), e, file.start());
      } catch (NodeClient.Refused e) {
        now = refused(now.file(), e, file.start());
      }
    }
    return now;
  }

  private ImportOutcome lost(Path file, IOException e, long start) {
    String why = terminal.word("import.lost", String.valueOf(e.getMessage()));
    return ImportOutcome.failed(file, why, secondsSince(start));
  }

  private static ImportOutcome refused(Path file, NodeClient.Refused e, long start) {
    return ImportOutcome.failed(file, String.valueOf(e.getMessage()), secondsSince(start));
  }

  /// @param outcomes of the files that are done
  /// @param files all files
  private record Sofar(List<ImportOutcome> outcomes, int files, long start) {
    long rows() {
      return outcomes.stream().mapToLong(ImportOutcome::rows).sum();
    }
  }

  private void show(ImportOutcome now, int number, Sofar sofar) {
    if (now.settled(preview)) {
      return;
    }
    long rows = sofar.rows() + now.rows();
    terminal.progress(
        terminal.word(
            "import.progress",
            number,
            sofar.files(),
            String.valueOf(now.file().getFileName()),
            now.percentDone(),
            rows,
            Math.round(rows / Math.max(secondsSince(sofar.start()), 0.001))));
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
