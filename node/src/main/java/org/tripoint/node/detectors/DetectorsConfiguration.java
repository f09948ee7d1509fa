package org.tripoint.node.detectors;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.detectors.adjacency.PlaceAdjacency;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

/// The room's kinds and its place in the navigation.
@Configuration(proxyBeanMethods = false)
class DetectorsConfiguration {

  @Bean
  Kind<DetectorSetting> detectorSettingKind() {
    return DetectorSetting.KIND;
  }

  @Bean
  Kind<PlaceAdjacency> placeAdjacencyKind() {
    return PlaceAdjacency.KIND;
  }

  @Bean
  NavigationEntry detectorsEntry() {
    return new NavigationEntry(42, "/detectors", "detectors.title", Set.of());
  }
}
