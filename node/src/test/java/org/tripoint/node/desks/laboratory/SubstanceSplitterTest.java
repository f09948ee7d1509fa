package org.tripoint.node.desks.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstanceSplitterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,4-butanediol",
        "N,N-dimethylpentylone",
        "N,n-dimethylpentylone",
        "3,4-methylenedioxymethamphetamine",
        "2,5-dimethoxy-4-bromophenethylamine",
        "3,4,5-trimethoxyphenethylamine",
        "Caffeine (anhydrous, fine)",
        "4-Anilino-N,N-diethylpiperidine",
        "1-(adamantane-1-carbonyl)pyrrolidine-2-carboxylic acid"
      })
  void keepsANameWhole(String name) {
    assertThat(SubstanceSplitter.split(name)).containsExactly(name);
    assertThat(SubstanceSplitter.split("Caffeine, " + name + ", Erythritol"))
        .containsExactly("Caffeine", name, "Erythritol");
  }

  @Test
  void splitsWithAndWithoutABlank() {
    assertThat(SubstanceSplitter.split("Gbl, 1,4-butanediol,Water"))
        .containsExactly("Gbl", "1,4-butanediol", "Water");
    assertThat(SubstanceSplitter.split("Phenacetin,4-anilino-1-boc-piperidine"))
        .containsExactly("Phenacetin", "4-anilino-1-boc-piperidine");
    assertThat(SubstanceSplitter.split("2c-b,5-meo-dmt")).isEqualTo(List.of("2c-b", "5-meo-dmt"));
  }

  @Test
  void leavesOutBlanksAndSurvivesOpenBrackets() {
    assertThat(SubstanceSplitter.split("")).isEmpty();
    assertThat(SubstanceSplitter.split(" , ,")).isEmpty();
    assertThat(SubstanceSplitter.split("Ghb (wet, Water")).containsExactly("Ghb (wet, Water");
    assertThat(SubstanceSplitter.split(") , Water")).containsExactly(")", "Water");
  }
}
