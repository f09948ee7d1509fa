package org.tripoint.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class PublicDataTest {

  @TempDir Path folder;

  @Test
  void skipsWithAWordWhenAFileIsMissing() {
    assertThatThrownBy(() -> PublicData.require("no-such-set/no-such-file.csv"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("skipped");
  }

  @Test
  void opensPlainAndPackedAlike() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain.csv"), "a,b");
    Path packed = folder.resolve("packed.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("a,b".getBytes(UTF_8));
    }
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    for (Path file : new Path[] {plain, packed}) {
      try (var reader = PublicData.openText(file, UTF_8)) {
        assertThat(reader.readLine()).isEqualTo("a,b");
      }
    }
    try (var reader = PublicData.openText(empty, UTF_8)) {
      assertThat(reader.readLine()).isNull();
    }
  }
}
