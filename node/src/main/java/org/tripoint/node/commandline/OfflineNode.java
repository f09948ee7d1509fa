package org.tripoint.node.commandline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The node's rooms without its doors: no port is opened and nothing runs in the background. Works
/// beside a running node, on the same database.
///
/// @param application the Spring application class
record OfflineNode(Class<?> application, NodeHome home) {

  /// Starts, does one thing, and stops.
  <T> T with(Function<ConfigurableApplicationContext, T> work) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("tripoint.home", home.path().toString());
    settings.put("tripoint.background", "false");
    settings.put("logging.level.root", "warn");
    // A web application without a port: what the rooms declare for pages has what it needs, and
    // nobody can come in.
    settings.put("server.port", "-1");
    SpringApplication spring =
        new SpringApplicationBuilder(application)
            .bannerMode(Banner.Mode.OFF)
            .lazyInitialization(true)
            .build();
    String[] arguments =
        settings.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + e.getValue())
            .toArray(String[]::new);
    try (ConfigurableApplicationContext context = spring.run(arguments)) {
      return work.apply(context);
    }
  }
}
