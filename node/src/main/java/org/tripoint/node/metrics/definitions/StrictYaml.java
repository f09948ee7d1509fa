package org.tripoint.node.metrics.definitions;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.metrics.definitions.DefinitionRefused.Rule;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A YAML document read without guessing: mappings, lists and text only, each with its line. Keys
/// that nobody reads are refused, so a misspelt key is never silently without effect.
final class StrictYaml {

  private static final int MOST_CHARACTERS = 200_000;

  private StrictYaml() {}

  static Mapping read(String document) throws DefinitionRefused {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(MOST_CHARACTERS);
    Node node;
    try {
      node = new Yaml(new SafeConstructor(options)).compose(new StringReader(document));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new DefinitionRefused(line, Rule.NOT_YAML, String.valueOf(e.getProblem()), "YAML 1.1");
    } catch (YAMLException e) {
      throw new DefinitionRefused(1, Rule.NOT_YAML, String.valueOf(e.getMessage()), "YAML 1.1");
    }
    if (!(node instanceof MappingNode mapping)) {
      throw new DefinitionRefused(1, Rule.WRONG_TYPE, "", "key: value");
    }
    return new Mapping(mapping);
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /// A mapping whose keys are read one by one.
  static final class Mapping {
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Mapping(MappingNode node) throws DefinitionRefused {
      this.line = lineOf(node);
      for (NodeTuple tuple : node.getValue()) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode key)) {
          throw new DefinitionRefused(lineOf(keyNode), Rule.WRONG_TYPE, "", "key: value");
        }
        if (values.put(key.getValue(), tuple.getValueNode()) != null) {
          throw new DefinitionRefused(
              lineOf(key), Rule.DUPLICATE_KEY, key.getValue(), "each key once");
        }
        lines.put(key.getValue(), lineOf(key));
      }
    }

    int line() {
      return line;
    }

    int lineOfKey(String key) {
      return lines.getOrDefault(key, line);
    }

    Set<String> keys() {
      return values.keySet();
    }

    boolean has(String key) {
      return values.containsKey(key);
    }

    /// @throws DefinitionRefused at the first key that is none of these
    Mapping allowOnly(String... known) throws DefinitionRefused {
      for (String key : values.keySet()) {
        if (!List.of(known).contains(key)) {
          throw new DefinitionRefused(
              lineOfKey(key), Rule.UNKNOWN_KEY, key, String.join(", ", known));
        }
      }
      return this;
    }

    Node get(String key) throws DefinitionRefused {
      Node node = values.get(key);
      if (node == null) {
        throw new DefinitionRefused(line, Rule.MISSING_KEY, "", key);
      }
      return node;
    }

    String text(String key) throws DefinitionRefused {
      if (get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        return scalar.getValue();
      }
      throw new DefinitionRefused(lineOfKey(key), Rule.WRONG_TYPE, key, "text");
    }

    Optional<String> findText(String key) throws DefinitionRefused {
      return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    int whole(String key, int least, int most) throws DefinitionRefused {
      String text = text(key);
      try {
        int value = Integer.parseInt(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw bad(key, text, least + " to " + most);
      }
      throw bad(key, text, least + " to " + most);
    }

    Mapping mapping(String key) throws DefinitionRefused {
      if (get(key) instanceof MappingNode mapping) {
        return new Mapping(mapping);
      }
      throw new DefinitionRefused(lineOfKey(key), Rule.WRONG_TYPE, key, "key: value");
    }

    List<Mapping> mappings(String key) throws DefinitionRefused {
      List<Mapping> result = new ArrayList<>();
      for (Node item : sequence(key)) {
        if (!(item instanceof MappingNode mapping)) {
          throw new DefinitionRefused(lineOf(item), Rule.WRONG_TYPE, key, "key: value");
        }
        result.add(new Mapping(mapping));
      }
      return result;
    }

    /// One text, or a list of texts; may be empty.
    List<String> texts(String key) throws DefinitionRefused {
      if (get(key) instanceof ScalarNode) {
        return List.of(text(key));
      }
      List<String> result = new ArrayList<>();
      for (Node item : sequence(key)) {
        if (!(item instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
          throw new DefinitionRefused(lineOf(item), Rule.WRONG_TYPE, key, "text");
        }
        result.add(scalar.getValue());
      }
      return result;
    }

    DefinitionRefused bad(String key, String found, String expected) {
      return new DefinitionRefused(lineOfKey(key), Rule.BAD_VALUE, found, expected);
    }

    private List<Node> sequence(String key) throws DefinitionRefused {
      if (get(key) instanceof SequenceNode sequence) {
        return sequence.getValue();
      }
      throw new DefinitionRefused(lineOfKey(key), Rule.WRONG_TYPE, key, "[…]");
    }
  }
}
