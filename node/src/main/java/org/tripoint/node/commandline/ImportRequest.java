package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file to upload and what is said about it.
///
/// @param file the file
/// @param as what it is
/// @param said names and values: when its source published it (`published`, ISO text), the name of
///   a saved mapping (`mapping`), of a library its `name`, `licence`, whether it may be `shared`
record ImportRequest(Path file, As as, Map<String, String> said) {

  /// What a file is.
  enum As {
    /// A release of a source, whatever its layout.
    FILE,
    /// Records as JSON messages.
    RECORDS,
    /// A library of spectra.
    LIBRARY,
    /// The text of a law.
    LAW
  }

  ImportRequest {
    said = Map.copyOf(said);
  }

  /// A list names one file a line, in order, relative to itself, with what is said of it after it:
  /// `published=`, `mapping=`, `as=`. Empty lines and lines that begin with `#` say nothing.
  static List<ImportRequest> readList(Path list) throws IOException {
    List<ImportRequest> requests = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split("\\s+", -1);
      Map<String, String> said = new LinkedHashMap<>();
      for (int i = 1; i < words.length; i++) {
        int equals = words[i].indexOf('=');
        if (equals < 1) {
          throw new IOException(list + ": expected name=value, found " + words[i]);
        }
        said.put(words[i].substring(0, equals), words[i].substring(equals + 1));
      }
      String as = said.getOrDefault("as", "file").toUpperCase(Locale.ROOT);
      if (Arrays.stream(As.values()).noneMatch(one -> one.name().equals(as))) {
        throw new IOException(
            list + ": expected as=file, records, library or law, found as=" + said.get("as"));
      }
      requests.add(new ImportRequest(list.resolveSibling(words[0]), As.valueOf(as), said));
    }
    return requests;
  }

  /// Rows of a source: no mapping, which releases may wait for, and nothing that is handed in at
  /// once.
  boolean isRelease() {
    return as == As.FILE && !String.valueOf(file.getFileName()).endsWith(".json");
  }

  @Nullable String published() {
    return said.get("published");
  }

  @Nullable String mapping() {
    return said.get("mapping");
  }

  /// The same with what the command line says about every file.
  ImportRequest orElse(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(others);
    all.putAll(said);
    return new ImportRequest(file, as, all);
  }
}
