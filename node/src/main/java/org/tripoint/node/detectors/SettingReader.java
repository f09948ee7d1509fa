package org.tripoint.node.detectors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;

/// What people decided about settings, kept from the ledger: `detectors.setting`.
@Component
class SettingReader implements LedgerReader, ReadSettings {

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final Watches watches;

  SettingReader(JdbcTemplate jdbc, RecordKinds kinds, Watches watches) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.watches = watches;
  }

  @Override
  public String name() {
    return "detectors.settings";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DetectorSetting.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        keep(change.version());
      }
    }
  }

  private void keep(RecordVersion version) {
    UUID record = version.header().record().value();
    jdbc.update("delete from detectors.setting where record = ?", record);
    version
        .content(DetectorSetting.KIND)
        .ifPresent(setting ->
            jdbc.update(
                "insert into detectors.setting (record, sequence, name, content)"
                    + " values (?, ?, ?, ?)",
                record,
                version.header().sequence(),
                setting.name(),
                kinds.write(DetectorSetting.KIND, setting)));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from detectors.setting where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate detectors.setting");
  }

  @Override
  public List<DetectorSetting> list() {
    Map<String, DetectorSetting> all = new TreeMap<>();
    ShippedSettings.list().stream()
        .filter(one -> watches.find(one.watch()).isPresent())
        .forEach(one -> all.put(one.name(), one));
    jdbc.queryForList("select content from detectors.setting", String.class).stream()
        .map(json -> kinds.parse(DetectorSetting.KIND, json))
        .filter(one -> watches.find(one.watch()).isPresent())
        .forEach(one -> all.put(one.name(), one));
    return List.copyOf(all.values());
  }

  @Override
  public Optional<DetectorSetting> find(String name) {
    return list().stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
