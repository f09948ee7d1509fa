package org.tripoint.node.commandline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.tripoint.node.database.DatabaseProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Every command of the node program.
@Command(
    name = "tripoint",
    mixinStandardHelpOptions = true,
    description = "${bundle:commandline.tripoint}",
    synopsisHeading = "${bundle:commandline.usage}",
    commandListHeading = "%n${bundle:commandline.commands}%n")
public final class Commands {
  private Commands() {}

  /// Runs the command that the arguments name and answers the exit code; a node that was started
  /// goes on.
  ///
  /// @param application the Spring application class
  /// @return the exit code, or -1 for a node that now runs
  public static int run(Class<?> application, String... arguments) {
    Terminal terminal = Terminal.ofThisProcess();
    if (arguments.length == 0 || arguments[0].equals("serve") || isSpring(arguments[0])) {
      return Serve.run(application, List.of(arguments), terminal);
    }
    Locale.setDefault(terminal.locale());
    return commandLine(application, terminal).execute(arguments);
  }

  private static boolean isSpring(String argument) {
    return argument.startsWith("--") && argument.contains("=");
  }

  static CommandLine commandLine(Class<?> application, Terminal terminal) {
    CommandLine line = new CommandLine(new Commands());
    line.addSubcommand(new ImportCommand(terminal));
    line.addSubcommand(new PackCommand(terminal));
    line.addSubcommand(new UnpackCommand(terminal));
    line.addSubcommand(new StatusCommand(terminal));
    line.addSubcommand(new VerifyCommand(terminal, application));
    line.addSubcommand(new RebuildCommand(terminal, application));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setResourceBundle(terminal.words());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal));
    return line;
  }

  private static int failed(Exception e, Terminal terminal) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseProblem problem) {
        terminal.line(problem.getMessage() + "\n" + problem.remedy());
        return 1;
      }
    }
    terminal.say("failed", String.valueOf(e.getMessage()));
    return 1;
  }
}
