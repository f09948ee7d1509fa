package org.tripoint.engines.chemistry.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DrawStructureTest {

  private final StructureReader reader = new StructureReader(StructureLimits.usual());

  @Test
  void drawsEveryAtomThatHasALetterAndEveryMark() throws Exception {
    Structure etonitazene =
        reader.readSmiles("CCOc1ccc(Cc2nc3cc([N+](=O)[O-])ccc3n2CCN(CC)CC)cc1").orThrow();
    String svg =
        new DrawStructure()
            .svg(etonitazene, "etonitazene <1>", List.of(new Mark(Set.of(0, 1, 2), "E")));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(document.getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("etonitazene <1>");
    int letters = 7;
    int labels = 1;
    assertThat(document.getElementsByTagName("text").getLength()).isEqualTo(letters + labels);
    assertThat(svg)
        .contains("mark mark-1", "mark-label")
        .doesNotContain("style=")
        .hasSizeLessThan(12_000);
    keep("etonitazene", svg);
  }

  @Test
  void drawsStereochemistryAndSalts() {
    Structure cocaine =
        reader.readSmiles("COC(=O)[C@@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C.Cl").orThrow();
    String svg = new DrawStructure().svg(cocaine, "cocaine hydrochloride", List.of());
    assertThat(svg).contains("wedge");
    keep("cocaine", svg);
  }

  private static void keep(String name, String svg) {
    String folder = System.getProperty("tripoint.drawings");
    if (folder != null) {
      try {
        Files.writeString(Path.of(folder, name + ".svg"), svg);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
