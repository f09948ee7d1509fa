package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.detectors.Watch.Deaths;

/// What ships about indicators of deaths names words that exist and substances of the registry.
class DeathsByIndicatorTest {

  private static final Registry REGISTRY = RegistryReader.readOwn();

  @Test
  void everyIndicatorOfDeathsHasAWordAndKnownSubstances() {
    ResourceBundle words = ResourceBundle.getBundle("words.health.messages", Locale.ROOT);
    assertThat(DeathsByIndicator.indicators()).isNotEmpty();
    for (String indicator : DeathsByIndicator.indicators()) {
      Deaths deaths = DeathsByIndicator.find(indicator).orElseThrow();
      assertThat(words.containsKey(deaths.word())).as(deaths.word()).isTrue();
      assertThat(deaths.about())
          .as(indicator)
          .isNotEmpty()
          .allMatch(about ->
              REGISTRY.findById(about).isPresent()
                  || REGISTRY.substances().stream().anyMatch(one -> one.family().equals(about)));
    }
  }

  @Test
  void emergenciesAndDeathsOfEveryCauseAreNoOverdoseDeaths() {
    HealthMonthsWatch watch = new HealthMonthsWatch();
    for (String other :
        List.of(
            "cdc-vsrr:deaths",
            "phac-harms:ems-responses-to-suspected-opioid-related-overdoses",
            "icd-10:T40.4/HOSPITALISATIONS")) {
      assertThat(watch.deathsIn(List.of("US", other, "US-MI"))).as(other).isEmpty();
    }
    assertThat(watch.deathsIn(List.of("US", "cdc-vsrr:T40.4", "US-MI"))).isPresent();
  }
}
