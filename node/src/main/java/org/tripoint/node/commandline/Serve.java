package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/// Starts the node itself.
final class Serve {
  /// What a start answers that goes on running.
  static final int RUNS = -1;

  private Serve() {}

  /// `serve`, `--config FILE`, `--home DIR`, `--port N`; everything else goes to Spring as it is.
  static int run(Class<?> application, List<String> arguments, Terminal terminal) {
    List<String> spring = new ArrayList<>();
    @Nullable String named = null;
    @Nullable String configured = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean more = i + 1 < arguments.size();
      if (argument.equals("--home") && more) {
        named = arguments.get(++i);
      } else if (argument.equals("--config") && more) {
        configured = arguments.get(++i);
      } else if (argument.startsWith("--config=")) {
        configured = argument.substring(argument.indexOf('=') + 1);
      } else if (argument.equals("--port") && more) {
        spring.add("--server.port=" + arguments.get(++i));
      } else if (argument.startsWith("--tripoint.home=")) {
        named = argument.substring(argument.indexOf('=') + 1);
      } else if (!argument.equals("serve")) {
        spring.add(argument);
      }
    }
    if (configured != null) {
      try {
        SettingsFile file = SettingsFile.read(Path.of(configured));
        spring.addAll(0, file.arguments());
        named = named == null ? file.home() : named;
      } catch (SettingsFile.Refused refused) {
        refused.say(terminal);
        return 1;
      }
    }
    return start(application, NodeHome.of(named), spring, terminal);
  }

  private static int start(
      Class<?> application, NodeHome home, List<String> spring, Terminal terminal) {
    try {
      if (!home.lockForThisProcess()) {
        terminal.say("serve.taken", home.path().toString());
        return 1;
      }
      home.token();
    } catch (IOException e) {
      terminal.say("serve.unwritable", home.path().toString(), String.valueOf(e.getMessage()));
      return 1;
    }
    spring.add("--tripoint.home=" + home.path());
    SpringApplication.run(application, spring.toArray(String[]::new));
    return RUNS;
  }
}
