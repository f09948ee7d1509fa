package org.tripoint.node.metrics.definitions;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Marking;

/// Takes a definition into the ledger, so that every figure can name its version and partners can
/// hold the same. A version once issued is not changed: what is counted differently is a new one.
@Component
public class IssueDefinition {

  /// The source of definitions in the ledger.
  static final String SOURCE = "metric-definitions";

  private final DefinitionStore store;
  private final AppendRecords ledger;

  IssueDefinition(DefinitionStore store, AppendRecords ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /// What became of a document.
  public sealed interface Outcome {
    /// It stands in the ledger, now or already.
    record Issued(MetricDefinition definition) implements Outcome {}

    /// It breaks a rule.
    record Refused(DefinitionRefused why) implements Outcome {}

    /// The same id and version was issued with another text.
    record AlreadyIssued(MetricDefinition definition) implements Outcome {}
  }

  public Outcome issue(String document, String actor) {
    MetricDefinition definition;
    try {
      definition = new ParseDefinition(store.countables()).parse(document);
    } catch (DefinitionRefused e) {
      return new Outcome.Refused(e);
    }
    Optional<String> held =
        store.listVersions(definition.id()).stream()
            .map(read -> read.held().document())
            .filter(d -> d.version() == definition.version())
            .map(DefinitionDocument::yaml)
            .findFirst();
    if (held.isPresent()) {
      return held.get().equals(document)
          ? new Outcome.Issued(definition)
          : new Outcome.AlreadyIssued(definition);
    }
    append(definition, document, actor);
    return new Outcome.Issued(definition);
  }

  private void append(MetricDefinition definition, String document, String actor) {
    ledger.append(
        new Batch(
            SOURCE,
            null,
            definition.issued().atStartOfDay(ZoneOffset.UTC).toInstant(),
            actor,
            List.of(
                new Entry.Put<>(
                    DefinitionDocument.KIND,
                    definition.key(),
                    new DefinitionDocument(definition.id(), definition.version(), document),
                    Marking.published(),
                    null))));
  }
}
