package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file to upload and what is said about it.
///
/// @param file the file
/// @param published when its source published it, ISO text, when the sender knows
/// @param mapping name of a saved mapping
record ImportRequest(Path file, @Nullable String published, @Nullable String mapping) {

  /// A list names one file a line, in order, relative to itself, with `published=` and `mapping=`
  /// after it. Empty lines and lines that begin with `#` say nothing.
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
      requests.add(
          new ImportRequest(
              list.resolveSibling(words[0]), said.get("published"), said.get("mapping")));
    }
    return requests;
  }

  /// The same with what the command line says about every file.
  ImportRequest orElse(@Nullable String otherPublished, @Nullable String otherMapping) {
    return new ImportRequest(
        file,
        published == null ? otherPublished : published,
        mapping == null ? otherMapping : mapping);
  }
}
