package org.tripoint.node.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A paper is printed with the fonts that every reader has.
class PrintPaperTest {

  @Test
  void whatFontsLackIsWrittenOtherwise() {
    assertThat(PrintPaper.printable("3′-α, ñ é « \u202F→ \u4E2D"))
        .isEqualTo("3'-alpha, ñ é « \u00A0-> ?");
  }
}
