package org.tripoint.node.sharing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Keeps from the ledger what every record says now, who may be given anything, and who was given
/// what. It decides nothing: whatever leaves was decided before and is a record itself.
@Component
class SharingReader implements LedgerReader {

  static final String NAME = "sharing";

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final Likenesses likenesses;
  private final Audiences audiences;
  private final Exceptions exceptions;
  private final DisclosureLog log;

  SharingReader(
      JdbcTemplate jdbc,
      RecordKinds kinds,
      Likenesses likenesses,
      Audiences audiences,
      Exceptions exceptions,
      DisclosureLog log) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.likenesses = likenesses;
    this.audiences = audiences;
    this.exceptions = exceptions;
    this.log = log;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// 2: the log says why something was called back. 3: kinds, what each disclosure rests on;
  /// break-glass releases. 4: where a record first stood.
  @Override
  public String layout() {
    return "4";
  }

  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  @Override
  public void apply(List<RecordChange> changes) {
    stand(
        changes.stream()
            .filter(RecordChange::isCurrent)
            .map(change -> change.version().header())
            .filter(header -> mayEverLeave(header.kind()))
            .toList());
    for (RecordChange change : changes) {
      RecordVersion version = change.version();
      VersionHeader header = version.header();
      if (isOurs(header, Disclosure.KIND, ShareWhatMayGo.SOURCE)) {
        read(version, Disclosure.KIND)
            .ifPresent(d -> log.apply(header.sequence(), header.record(), d));
      } else if (isOurs(header, PartnerAgreement.KIND, KeepAgreements.SOURCE)
          && change.isCurrent()) {
        audiences.apply(header.record(), read(version, PartnerAgreement.KIND));
      } else if (isOurs(header, BreakGlassRelease.KIND, BreakGlass.SOURCE) && change.isCurrent()) {
        exceptions.apply(header.record(), header.sequence(), read(version, BreakGlassRelease.KIND));
      }
    }
  }

  /// Nobody else's word counts for this node's.
  private static boolean isOurs(VersionHeader header, Kind<?> kind, String source) {
    return header.kind().equals(kind.name()) && header.source().equals(source);
  }

  /// The content, or what was carried of it when it was emptied: who was given what outlives both.
  private <C extends Record> Optional<C> read(RecordVersion version, Kind<C> kind) {
    return version
        .content(kind)
        .or(() ->
            version
                .emptied()
                .map(emptied -> emptied.carried().get(NAME))
                .map(text -> kinds.parse(kind, text)));
  }

  /// The ledger's own records and this room's are the node's affair.
  private static boolean mayEverLeave(String kind) {
    return switch (kind) {
      case "release",
          "release-confirmation",
          "purge",
          "disclosure",
          "partner-agreement",
          "break-glass-release",
          "partner-node",
          "journal-epoch",
          "retention-rule",
          "retention-decision",
          "retention-lot",
          "legal-hold" ->
          false;
      default -> true;
    };
  }

  /// Likenesses are numbered as they appear, also those that a record soon leaves, so that the
  /// numbers do not depend on how many versions were read at once.
  private void stand(List<VersionHeader> current) {
    if (current.isEmpty()) {
      return;
    }
    Map<Traits, Integer> ids = likenesses.idsOf(current.stream().map(Traits::of).toList());
    Map<RecordId, VersionHeader> last = new LinkedHashMap<>();
    Map<RecordId, Long> first = new HashMap<>();
    for (VersionHeader header : current) {
      last.put(header.record(), header);
      first.putIfAbsent(header.record(), header.sequence());
    }
    List<VersionHeader> headers = List.copyOf(last.values());
    jdbc.update(
        """
        insert into sharing.standing (record, sequence, likeness, told, first)
        select record, sequence, likeness, 0, first
        from unnest(?::uuid[], ?::bigint[], ?::int[], ?::bigint[])
          as n (record, sequence, likeness, first)
        on conflict (record) do update
        set sequence = excluded.sequence, likeness = excluded.likeness
        """,
        headers.stream().map(h -> h.record().value()).toArray(UUID[]::new),
        headers.stream().map(VersionHeader::sequence).toArray(Long[]::new),
        headers.stream().map(h -> ids.get(Traits.of(h))).toArray(Integer[]::new),
        headers.stream().map(h -> first.get(h.record())).toArray(Long[]::new));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    RecordVersion version = change.version();
    VersionHeader header = version.header();
    if (isOurs(header, Disclosure.KIND, ShareWhatMayGo.SOURCE)) {
      return read(version, Disclosure.KIND).map(d -> kinds.write(Disclosure.KIND, d));
    }
    if (isOurs(header, BreakGlassRelease.KIND, BreakGlass.SOURCE)) {
      return read(version, BreakGlassRelease.KIND)
          .map(release -> kinds.write(BreakGlassRelease.KIND, release));
    }
    return isOurs(header, PartnerAgreement.KIND, KeepAgreements.SOURCE)
        ? read(version, PartnerAgreement.KIND).map(a -> kinds.write(PartnerAgreement.KIND, a))
        : Optional.empty();
  }

  /// What somebody was given and is gone here has to be called back; a record that holds nothing
  /// any more is like others that hold nothing.
  @Override
  public void emptied(RecordVersion version) {
    RecordId record = version.header().record();
    long sequence = version.header().sequence();
    jdbc.update(
        """
        insert into sharing.erased (sequence, record)
        select ?, ? where exists (
          select 1 from sharing.log where record = ? and sequence = ? and action = ?)
        on conflict do nothing
        """,
        sequence,
        record.value(),
        record.value(),
        sequence,
        Action.GIVEN.code());
    Traits traits = Traits.of(version.header()).emptied();
    jdbc.update(
        "update sharing.standing set likeness = ? where record = ? and sequence = ?",
        likenesses.idsOf(List.of(traits)).get(traits),
        record.value(),
        sequence);
  }

  @Override
  public void clear() {
    jdbc.execute(
        "truncate sharing.audience, sharing.likeness, sharing.mask, sharing.standing, sharing.log,"
            + " sharing.erased, sharing.kind, sharing.disclosure,"
            + " sharing.break_glass");
  }
}
