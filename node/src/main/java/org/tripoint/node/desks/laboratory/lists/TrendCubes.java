package org.tripoint.node.desks.laboratory.lists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.metrics.Cube;

/// What trends are counted from: results of laboratories and drug checks, each by itself.
@Configuration(proxyBeanMethods = false)
class TrendCubes {

  @Bean
  Cube labScopes() {
    return new ScopesCube(TrendSource.RESULTS);
  }

  @Bean
  Cube labExpectedFound() {
    return new ExpectedFoundCube(TrendSource.RESULTS);
  }

  @Bean
  Cube labFoundTogether() {
    return new FoundTogetherCube(TrendSource.RESULTS);
  }

  @Bean
  Cube checkScopes() {
    return new ScopesCube(TrendSource.CHECKS);
  }

  @Bean
  Cube checkExpectedFound() {
    return new ExpectedFoundCube(TrendSource.CHECKS);
  }

  @Bean
  Cube checkFoundTogether() {
    return new FoundTogetherCube(TrendSource.CHECKS);
  }
}
