package org.tripoint.node.commandline;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The settings that a node of one's own starts with: `name = value`, a line each, UTF-8.
///
/// @param settings by name
record SettingsFile(TreeMap<String, String> settings) {

  /// What a node can be told; docs/guide/running.md explains each.
  static final Set<String> KNOWN =
      Set.of(
          "tripoint.home",
          "tripoint.synthetic",
          "tripoint.zone",
          "tripoint.node.name",
          "tripoint.node.country",
          "tripoint.small-cells.threshold",
          "tripoint.database.url",
          "tripoint.database.port",
          "tripoint.database.connections",
          "tripoint.database.owner.user",
          "tripoint.database.owner.password",
          "tripoint.database.app.user",
          "tripoint.database.app.password",
          "tripoint.metrics.state-every",
          "tripoint.liaison.urgent",
          "tripoint.liaison.priority",
          "tripoint.liaison.routine-days",
          "tripoint.notices.draft",
          "tripoint.notices.release",
          "tripoint.notices.release-urgent",
          "tripoint.notices.acknowledge",
          "tripoint.notices.public",
          "tripoint.retention.alone",
          "tripoint.spectra.memory",
          "tripoint.intake.max-file",
          "tripoint.intake.max-unpacked",
          "tripoint.intake.max-unpack-ratio",
          "tripoint.intake.max-cell-characters",
          "tripoint.intake.max-columns",
          "tripoint.intake.max-shared-text",
          "tripoint.intake.batch-records",
          "tripoint.exchange.name",
          "tripoint.exchange.port",
          "tripoint.exchange.address",
          "tripoint.exchange.endpoint",
          "tripoint.exchange.package.most-megabytes",
          "tripoint.oidc.issuer",
          "tripoint.oidc.client-id",
          "tripoint.oidc.client-secret",
          "tripoint.oidc.label",
          "tripoint.oidc.claim",
          "tripoint.oidc.scopes",
          "tripoint.oidc.address",
          "tripoint.oidc.algorithm",
          "tripoint.oidc.roles.analyst",
          "tripoint.oidc.roles.steward",
          "tripoint.oidc.roles.administrator",
          "tripoint.oidc.roles.auditor",
          "tripoint.oidc.tlp.clear",
          "tripoint.oidc.tlp.green",
          "tripoint.oidc.tlp.amber",
          "tripoint.oidc.tlp.amber-strict",
          "tripoint.oidc.tlp.red",
          "tripoint.oidc.agency-claim",
          "server.address",
          "server.port");

  /// Without these a node would be somebody else's.
  private static final List<String> REQUIRED =
      List.of("tripoint.home", "tripoint.node.name", "tripoint.node.country");

  /// Why a file is not used, in the words of `commandline.config.`.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String word;
    private final transient Object[] arguments;

    Refused(String word, Object... arguments) {
      super(word);
      this.word = word;
      this.arguments = arguments;
    }

    void say(Terminal terminal) {
      terminal.say("config." + word, arguments);
    }
  }

  static SettingsFile read(Path file) throws Refused {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new Refused("missing", file.toString());
    } catch (MalformedInputException | IllegalArgumentException e) {
      throw new Refused("unreadable", file.toString(), "UTF-8");
    } catch (IOException e) {
      throw new Refused("unreadable", file.toString(), String.valueOf(e.getMessage()));
    }
    TreeMap<String, String> settings = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      settings.put(name, properties.getProperty(name).strip());
    }
    SettingsFile read = new SettingsFile(settings);
    read.requireKnown(file);
    read.requireSecret(file);
    return read;
  }

  private void requireKnown(Path file) throws Refused {
    for (String name : settings.keySet()) {
      if (!KNOWN.contains(name)) {
        String known = KNOWN.stream().sorted().collect(Collectors.joining(", "));
        throw new Refused("unknown", file.toString(), name, known);
      }
    }
    for (String name : REQUIRED) {
      if (settings.getOrDefault(name, "").isEmpty()) {
        throw new Refused("required", file.toString(), name);
      }
    }
  }

  /// A password that others of the machine can read is none.
  private void requireSecret(Path file) throws Refused {
    boolean secret =
        settings.entrySet().stream()
            .filter(one -> one.getKey().endsWith("password") || one.getKey().endsWith("secret"))
            .anyMatch(one -> !one.getValue().startsWith("${"));
    if (secret && isReadByOthers(file)) {
      throw new Refused("readable-by-others", file.toString());
    }
  }

  private static boolean isReadByOthers(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.contains(PosixFilePermission.OTHERS_READ)
          || permissions.contains(PosixFilePermission.GROUP_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  String home() {
    return settings.getOrDefault("tripoint.home", "");
  }

  /// As the node's program takes them.
  List<String> arguments() {
    return settings.entrySet().stream()
        .filter(one -> !one.getKey().equals("tripoint.home"))
        .map(one -> "--" + one.getKey() + "=" + one.getValue())
        .toList();
  }
}
