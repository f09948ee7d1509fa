package org.tripoint.node;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.tripoint.node.commandline.Commands;

/// The program a country runs: one node, operated by one authority. Without arguments, or with
/// `serve`, it is the node; with another command it is the command line.
///
/// Parts are named by their full class names: two rooms may use the same word.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class TripointNode {
  public static void main(String[] args) {
    int code = Commands.run(TripointNode.class, args);
    if (code >= 0) {
      System.exit(code);
    }
  }

  /// The one clock; pure code takes it, or an instant, as an argument.
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
