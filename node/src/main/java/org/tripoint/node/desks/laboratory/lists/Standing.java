package org.tripoint.node.desks.laboratory.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;

/// What stands of records after a batch of changes.
///
/// @param versions of each record that changed the last; a record may change twice in a batch
record Standing(List<RecordVersion> versions) {

  static Standing after(List<RecordChange> changes) {
    return new Standing(
        List.copyOf(
            changes.stream()
                .filter(RecordChange::isCurrent)
                .map(RecordChange::version)
                .collect(
                    Collectors.toMap(
                        version -> version.header().record(),
                        version -> version,
                        (_, later) -> later,
                        LinkedHashMap::new))
                .values()));
  }

  /// Takes these records out of the desk's tables.
  void remove(JdbcTemplate jdbc, List<String> tables) {
    UUID[] records =
        versions.stream().map(version -> version.header().record().value()).toArray(UUID[]::new);
    for (String table : tables) {
      jdbc.update("delete from laboratory." + table + " where record = any (?)", (Object) records);
    }
  }
}
