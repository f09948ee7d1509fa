package org.tripoint.node;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The program a country runs: one node, operated by one authority.
@SpringBootApplication
public class TripointNode {
  public static void main(String[] args) {
    SpringApplication.run(TripointNode.class, args);
  }

  /// The one clock; pure code takes it, or an instant, as an argument.
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
