package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;

/// Kept unknowns are looked at again when what they are answered by is another.
class SearchedStateTest {

  private static final Registry REGISTRY = RegistryReader.readOwn();

  @Test
  void isTheSameWhileNothingChanged() {
    assertThat(SearchedState.of(List.of(), REGISTRY, "4"))
        .isEqualTo(SearchedState.of(List.of(), RegistryReader.readOwn(), "4"));
  }

  @Test
  void isAnotherWithAnotherCalibrationOrRegistry() {
    assertThat(
            List.of(
                SearchedState.of(List.of(), REGISTRY, "3"),
                SearchedState.of(List.of(), REGISTRY, "4"),
                SearchedState.of(List.of(), REGISTRY.plus(List.of(made())), "4")))
        .doesNotHaveDuplicates();
  }

  private static Substance made() {
    Substance like = REGISTRY.substances().getFirst();
    return new Substance(
        "made",
        like.smiles(),
        like.inchiKey(),
        like.formula(),
        like.cas(),
        "made",
        "made",
        "made",
        List.of(),
        List.of(),
        "made",
        List.of(Substance.Role.DRUG),
        like.hs(),
        List.of(),
        "made",
        false);
  }
}
