package org.tripoint.node.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once from the class path. A directory that exists is complete:
/// it is unpacked beside its place and moved there in one step.
final class PostgresBinaries {
  /// The version that the build depends on, see `postgres-binaries.version` in the pom.
  static final String VERSION = "18.6";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path directory;

  private PostgresBinaries(Path directory) {
    this.directory = directory;
  }

  /// Unpacks into `parent/bin-18.6` unless that is there already.
  static PostgresBinaries unpackInto(Path parent) {
    Path target = parent.resolve("bin-" + VERSION);
    if (!Files.isDirectory(target)) {
      unpack(parent, target);
    }
    return new PostgresBinaries(target);
  }

  /// Path of a program: `postgres`, `initdb` or `pg_ctl`.
  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  private static void unpack(Path parent, Path target) {
    Path scratch = parent.resolve("unpacking-" + ProcessHandle.current().pid());
    try (InputStream archive = open()) {
      Files.createDirectories(parent);
      ServerCommand.deleteTree(scratch);
      extract(archive, scratch);
      move(scratch, target);
    } catch (FileSystemException e) {
      throw new DatabaseProblem(
          "PostgreSQL " + VERSION + " could not be unpacked into " + target + ": " + e.getMessage(),
          "Make room (about 100 MB) and allow writing there, or choose another node home.",
          e);
    } catch (IOException e) {
      throw new DatabaseProblem(
          "PostgreSQL " + VERSION + " could not be unpacked into " + target + ": " + e.getMessage(),
          "Check the free space (about 100 MB) at the node home, then start again.",
          e);
    }
  }

  private static InputStream open() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
    boolean intel = system.endsWith("amd64") || system.endsWith("x86_64");
    InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    if (!linux || !intel || archive == null) {
      throw new DatabaseProblem(
          "The embedded PostgreSQL is for Linux on x86-64; this is " + system + ".",
          "Name a PostgreSQL 18 server by tripoint.database.url.");
    }
    return archive;
  }

  private static void extract(InputStream archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        Path file = into.resolve(e.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("entry outside of the archive: " + e.getName());
        }
        if (e.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (e.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(e.getLinkName()));
        } else {
          Files.copy(tar, file);
          boolean program = (e.getMode() & 0111) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static void move(Path scratch, Path target) throws IOException {
    try {
      Files.move(scratch, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("no atomic move inside " + target.getParent(), e);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      ServerCommand.deleteTree(scratch); // another process was first
    }
  }
}
