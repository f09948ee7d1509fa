package org.tripoint.node.desks.laboratory.spectra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.spectra.reading.ReadingLimits;
import org.tripoint.engines.spectra.reading.Refusal;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;
import org.tripoint.node.intake.KeepFiles;
import org.tripoint.node.substances.ReadRegistry;

/// The libraries in memory, read from their files when somebody first asks and again when one came,
/// went, or the registry grew. What comes behind is added to what is there.
@Component
class LibraryShelf implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryShelf.class);

  private final LibraryTable table;
  private final ReadRegistry registry;
  private final KeepFiles files;
  private final ImportLibrary limits;
  private final AtomicLong read = new AtomicLong();
  private final ExecutorService lane =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("spectra-shelf").factory());
  private volatile @Nullable Shelf shelf;
  private @Nullable CompletableFuture<Shelf> filling;

  LibraryShelf(LibraryTable table, ReadRegistry registry, KeepFiles files, ImportLibrary limits) {
    this.table = table;
    this.registry = registry;
    this.files = files;
    this.limits = limits;
  }

  /// The shelf as it should be, if it is there or is within a time; begins to fill it if not.
  Optional<Shelf> get(Duration patience) {
    Shelf known = shelf;
    if (known != null && isFresh(known)) {
      return Optional.of(known);
    }
    CompletableFuture<Shelf> coming = fill();
    try {
      return Optional.of(coming.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | CancellationException e) {
      throw new IllegalStateException("the libraries of spectra could not be read", e);
    }
  }

  /// The shelf that is in memory, be it fresh or not; empty when nobody has asked yet.
  Optional<Shelf> inMemory() {
    return Optional.ofNullable(shelf);
  }

  ReadingProgress progress() {
    long of = table.list().stream().mapToLong(one -> one.content().spectra()).sum();
    return new ReadingProgress(Math.min(of, read.get()), of);
  }

  private boolean isFresh(Shelf known) {
    return known.registry().equals(registry.registry())
        && known.libraries().size() + known.missing().size() + known.leftOut().size()
            == table.list().size()
        && table.list().stream()
            .allMatch(one ->
                known.libraries().contains(one)
                    || known.missing().contains(one)
                    || known.leftOut().contains(one));
  }

  private synchronized CompletableFuture<Shelf> fill() {
    CompletableFuture<Shelf> coming = filling;
    if (coming == null || coming.isDone()) {
      coming = CompletableFuture.supplyAsync(this::filled, lane);
      filling = coming;
    }
    return coming;
  }

  private Shelf filled() {
    Shelf before = shelf;
    if (before != null && isFresh(before)) {
      return before;
    }
    long begun = System.nanoTime();
    List<Library> wanted = table.list();
    Shelf from = base(before, registry.registry(), wanted);
    read.set(from.size());
    var more = new Shelf.Filling(from);
    long room =
        limits.mostMemory()
            - from.libraries().stream().mapToLong(one -> one.content().memory()).sum();
    for (Library library : wanted) {
      if (from.libraries().contains(library)) {
        continue;
      }
      room -= library.content().memory();
      if (room < 0) {
        more.leaveOut(library);
        room += library.content().memory();
      } else {
        add(library, more);
      }
    }
    Shelf now = more.shelf();
    shelf = now;
    LOG.info(
        "{} library spectra in memory, {} ms",
        now.size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    return now;
  }

  /// What of the shelf can stay: all of it when libraries only came behind it.
  private static Shelf base(@Nullable Shelf before, Registry registry, List<Library> wanted) {
    return before != null
            && before.registry().equals(registry)
            && before.missing().isEmpty()
            && before.leftOut().isEmpty()
            && wanted.size() >= before.libraries().size()
            && wanted.subList(0, before.libraries().size()).equals(before.libraries())
        ? before
        : Shelf.empty(registry);
  }

  private void add(Library library, Shelf.Filling more) {
    int size = more.size();
    Path file = files.path(library.content().sha256());
    try {
      Optional<Refusal> stopped =
          Files.exists(file)
              ? ReadSpectrumFile.read(
                      file,
                      ReadingLimits.usual(),
                      entry -> {
                        more.add(library, entry);
                        read.incrementAndGet();
                        return true;
                      })
                  .stopped()
              : Optional.empty();
      if (stopped.isEmpty() && more.size() > size) {
        more.done(library);
        return;
      }
    } catch (IOException e) {
      LOG.warn("the library {} could not be read", library.record(), e);
    }
    more.undo(library, size);
  }

  @Override
  public void destroy() {
    lane.shutdownNow();
  }
}
