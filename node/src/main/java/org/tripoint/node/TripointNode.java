package org.tripoint.node;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program a country runs: one node, operated by one authority.
@SpringBootApplication
public class TripointNode {
  public static void main(String[] args) {
    SpringApplication.run(TripointNode.class, args);
  }
}
