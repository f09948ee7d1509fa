package org.tripoint.node.metrics.definitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.substances.ReadSubstances.Family;
import org.tripoint.vocabulary.RecordId;

/// The definitions that this node holds, kept from the ledger.
@Component
public class DefinitionStore implements LedgerReader {

  private final JdbcClient jdbc;
  private final ObjectProvider<Cube> cubes;
  private final ReadSubstances substances;

  DefinitionStore(JdbcClient jdbc, ObjectProvider<Cube> cubes, ReadSubstances substances) {
    this.jdbc = jdbc;
    this.cubes = cubes;
    this.substances = substances;
  }

  /// A definition as the node holds it.
  ///
  /// @param document id, version and YAML
  /// @param record its record in the ledger
  public record Held(DefinitionDocument document, RecordId record) {}

  /// A definition that can be used, or why it no longer can.
  public sealed interface Read {
    Held held();

    /// It can be used.
    record Usable(Held held, MetricDefinition definition) implements Read {}

    /// It was taken once and no longer fits this node's cubes.
    record Refused(Held held, DefinitionRefused why) implements Read {}
  }

  /// What can be counted on this node today.
  public Countables countables() {
    Set<String> families = new java.util.TreeSet<>();
    substances.listFamilies().stream().map(Family::code).forEach(families::add);
    return Countables.of(cubes.stream().toList(), families);
  }

  /// The newest version of each definition, by id.
  public List<Read> listNewest() {
    ParseDefinition parse = new ParseDefinition(countables());
    List<Read> newest = new ArrayList<>();
    for (Held held : held("")) {
      if (newest.isEmpty()
          || !newest.getLast().held().document().id().equals(held.document().id())) {
        newest.add(read(parse, held));
      }
    }
    return newest;
  }

  /// All versions of a definition, newest first.
  public List<Read> listVersions(String id) {
    ParseDefinition parse = new ParseDefinition(countables());
    return held(id).stream().map(held -> read(parse, held)).toList();
  }

  /// The newest version of a definition.
  public Optional<Read> find(String id) {
    return listVersions(id).stream().findFirst();
  }

  private static Read read(ParseDefinition parse, Held held) {
    try {
      return new Read.Usable(held, parse.parse(held.document().yaml()));
    } catch (DefinitionRefused e) {
      return new Read.Refused(held, e);
    }
  }

  private List<Held> held(String id) {
    return jdbc.sql(
            """
            select id, version, document, record from metrics.definition
            where ? = '' or id = ?
            order by id, version desc
            """)
        .params(id, id)
        .query((row, i) ->
            new Held(
                new DefinitionDocument(row.getString(1), row.getInt(2), row.getString(3)),
                new RecordId(row.getObject(4, java.util.UUID.class))))
        .list();
  }

  @Override
  public String name() {
    return "metrics.definitions";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DefinitionDocument.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        keep(change.version());
      }
    }
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from metrics.definition where record = ? and sequence = ?")
        .params(version.header().record().value(), version.header().sequence())
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate metrics.definition").update();
  }

  @Override
  public String layout() {
    return "V039";
  }

  private void keep(RecordVersion version) {
    remove(version);
    version
        .content(DefinitionDocument.KIND)
        .ifPresent(document ->
            jdbc.sql(
                    """
                    insert into metrics.definition (id, version, record, sequence, document)
                    values (?, ?, ?, ?, ?)
                    on conflict (id, version) do update
                      set record = excluded.record, sequence = excluded.sequence,
                        document = excluded.document
                    """)
                .params(
                    document.id(),
                    document.version(),
                    version.header().record().value(),
                    version.header().sequence(),
                    document.yaml())
                .update());
  }

  private void remove(RecordVersion version) {
    jdbc.sql("delete from metrics.definition where record = ?")
        .param(version.header().record().value())
        .update();
  }
}
