package org.tripoint.node.desks.laboratory.spectra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import org.tripoint.engines.spectra.reading.ReadingLimits;
import org.tripoint.engines.spectra.reading.Refusal;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.node.desks.laboratory.spectra.LibraryRun.Outcome;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;
import org.tripoint.node.intake.KeepFiles;
import org.tripoint.node.intake.KeepFiles.Received;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// A steward hands in a library of spectra, or takes one back. Each is a version of a record.
///
/// The file is kept at once and read behind the request, one after another; a file that cannot be
/// read to its end is refused whole. What was being read when the node stopped is handed in again.
@Service
class ImportLibrary implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ImportLibrary.class);
  private static final String SOURCE = "spectra";
  private static final int RUNS_SHOWN = 10;

  private final KeepFiles files;
  private final LibraryTable table;
  private final AppendRecords ledger;
  private final RunReaders readers;
  private final Clock clock;
  private final long mostMemory;
  private final List<LibraryRun> runs = new ArrayList<>();
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("spectra-import").factory());

  ImportLibrary(
      KeepFiles files,
      LibraryTable table,
      AppendRecords ledger,
      RunReaders readers,
      Clock clock,
      @Value("${tripoint.spectra.memory:256MB}") DataSize memory) {
    this.files = files;
    this.table = table;
    this.ledger = ledger;
    this.readers = readers;
    this.clock = clock;
    this.mostMemory = memory.toBytes();
  }

  /// What handing in gives.
  sealed interface Begun {
    record Reading(LibraryRun run) implements Begun {}

    /// The same file is a library here.
    record Known(Library library) implements Begun {}

    record TooLarge(long limit) implements Begun {}

    record Empty() implements Begun {}
  }

  Begun begin(InputStream in, String fileName, LibraryForm said, String account)
      throws IOException {
    return switch (files.receive(in)) {
      case Received.TooLarge tooLarge -> new Begun.TooLarge(tooLarge.limit());
      case Received.Stored stored -> {
        if (stored.bytes() == 0) {
          yield new Begun.Empty();
        }
        Optional<Library> known = findByFile(stored.sha256());
        yield known.isPresent()
            ? new Begun.Known(known.get())
            : new Begun.Reading(read(stored.sha256(), fileName, said, account));
      }
    };
  }

  private Optional<Library> findByFile(String sha256) {
    return table.list().stream().filter(one -> one.content().sha256().equals(sha256)).findFirst();
  }

  private LibraryRun read(String sha256, String fileName, LibraryForm said, String account) {
    LibraryRun run = new LibraryRun(fileName, account, clock.instant());
    synchronized (runs) {
      runs.addFirst(run);
      if (runs.size() > RUNS_SHOWN) {
        runs.removeLast();
      }
    }
    lane.execute(() -> run.end(end(run, sha256, fileName, said, account)));
    return run;
  }

  /// The newest first.
  List<LibraryRun.Now> listRuns() {
    synchronized (runs) {
      return runs.stream().map(LibraryRun::now).toList();
    }
  }

  private Outcome end(
      LibraryRun run, String sha256, String fileName, LibraryForm said, String account) {
    try {
      return take(run, sha256, fileName, said, account);
    } catch (IOException | RuntimeException e) {
      LOG.warn("the library {} could not be taken", fileName, e);
      return new Outcome.Failed();
    }
  }

  private Outcome take(
      LibraryRun run, String sha256, String fileName, LibraryForm said, String account)
      throws IOException {
    Path file = files.path(sha256);
    ReadSpectrumFile.Ended ended =
        ReadSpectrumFile.read(file, ReadingLimits.usual(), new Count(run));
    if (ended.stopped().isPresent()) {
      return new Outcome.Refused(ended.stopped().get());
    }
    LibraryRun.Now read = run.now();
    if (read.spectra() == 0) {
      return new Outcome.Nothing();
    }
    long needed = memoryOfAll() + ImportedLibrary.memory(read.spectra(), read.peaks());
    if (needed > mostMemory) {
      return new Outcome.NoRoom(needed, mostMemory);
    }
    Optional<Library> known = findByFile(sha256);
    if (known.isPresent()) {
      return new Outcome.Taken(known.get().record());
    }
    var content =
        new ImportedLibrary(
            said.name(),
            said.version(),
            said.licence(),
            said.shared().equals("yes"),
            said.contributor(),
            said.source(),
            sha256,
            fileName,
            ended.format().orElseThrow().name(),
            read.spectra(),
            read.peaks(),
            read.skipped(),
            said.isSynthetic());
    return new Outcome.Taken(
        append(
            new Entry.Put<>(
                ImportedLibrary.KIND,
                sha256,
                content,
                Marking.originatorOnly(Purpose.ANY_LAWFUL),
                null),
            account));
  }

  private record Count(LibraryRun run) implements ReadSpectrumFile.Taker {
    @Override
    public boolean take(LibraryEntry entry) {
      run.taken(entry.spectrum().peaks().size());
      return true;
    }

    @Override
    public void skip(Refusal refusal) {
      run.skipped(refusal);
    }
  }

  /// About what all libraries take in memory.
  long memoryOfAll() {
    return table.list().stream().mapToLong(one -> one.content().memory()).sum();
  }

  /// What they may take: `tripoint.spectra.memory`.
  long mostMemory() {
    return mostMemory;
  }

  void withdraw(Library library, String reason, String account) {
    append(
        new Entry.Withdraw(ImportedLibrary.KIND, library.content().sha256(), reason.strip()),
        account);
  }

  private RecordId append(Entry entry, String account) {
    RecordId record =
        ledger
            .append(
                new Batch(
                    SOURCE,
                    null,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    account,
                    List.of(entry)))
            .outcomes()
            .getFirst()
            .requireRecord();
    readers.catchUpBriefly();
    return record;
  }

  @Override
  public void destroy() {
    lane.shutdownNow();
  }
}
