package org.tripoint.node.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.ledger.VersionState;
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
  private final Provenances provenances;
  private final CalledBack calledBack;

  SharingReader(
      JdbcTemplate jdbc,
      RecordKinds kinds,
      Likenesses likenesses,
      Audiences audiences,
      Exceptions exceptions,
      DisclosureLog log,
      Provenances provenances,
      CalledBack calledBack) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.likenesses = likenesses;
    this.audiences = audiences;
    this.exceptions = exceptions;
    this.log = log;
    this.provenances = provenances;
    this.calledBack = calledBack;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isSeenOutside() {
    return true;
  }

  /// 2: the log says why something was called back. 3: kinds, what each disclosure rests on;
  /// break-glass releases. 4: where a record first stood. 5: how records of partners came.
  @Override
  public String layout() {
    return "5";
  }

  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  @Override
  public void apply(List<RecordChange> changes) {
    // What is said of records that stand already waits until they do, in the ledger's order.
    List<RecordChange> run = new ArrayList<>();
    for (RecordChange change : changes) {
      run.add(change);
      VersionHeader header = change.version().header();
      if (isOurs(header, Provenance.KIND, Provenance.SOURCE)
          || isOurs(header, CallBackDecision.KIND, CallBack.SOURCE)
          || isAnswer(header)) {
        applyRun(run);
        run.clear();
      }
    }
    applyRun(run);
  }

  private void applyRun(List<RecordChange> changes) {
    stand(
        calledBack.within(
            changes.stream()
                .filter(RecordChange::isCurrent)
                .map(change -> change.version().header())
                .filter(header -> mayEverLeave(header.kind()))
                .toList()));
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
      } else if (isOurs(header, Provenance.KIND, Provenance.SOURCE)) {
        read(version, Provenance.KIND).ifPresent(said -> move(provenances.apply(said)));
      } else if (isOurs(header, CallBackDecision.KIND, CallBack.SOURCE)) {
        read(version, CallBackDecision.KIND)
            .ifPresent(decision -> calledBack.apply(header.sequence(), decision));
      } else if (isAnswer(header) && change.isCurrent()) {
        move(answer(version, header));
      }
    }
  }

  /// An answer of a partner, about what that partner gave.
  private static boolean isAnswer(VersionHeader header) {
    return header.kind().equals(OnwardAnswer.KIND.name())
        && PartnerSource.partnerOf(header.source()) != null;
  }

  private Set<UUID> answer(RecordVersion version, VersionHeader header) {
    String partner = PartnerSource.partnerOf(header.source());
    return header.state() == VersionState.HELD && partner != null
        ? read(version, OnwardAnswer.KIND)
            .map(said -> provenances.allow(header.record(), partner, said))
            .orElseGet(() -> provenances.forget(header.record()))
        : provenances.forget(header.record());
  }

  /// Records that are like others now, though no version of them came.
  private void move(Set<UUID> records) {
    if (records.isEmpty()) {
      return;
    }
    Map<UUID, Received> received = provenances.received(records);
    Map<UUID, Traits> traits = new LinkedHashMap<>();
    Map<UUID, Long> sequences = new HashMap<>();
    jdbc.query(
        """
        select s.record, s.sequence, l.traits
        from sharing.standing s join sharing.likeness l on l.id = s.likeness
        where s.record = any (?) order by s.sequence
        """,
        row -> {
          UUID record = row.getObject(1, UUID.class);
          Traits before = kinds.parse(Traits.AS_TEXT, row.getString(3));
          Traits now = before.with(received.get(record));
          if (!now.equals(before)) {
            traits.put(record, now);
            sequences.put(record, row.getLong(2));
          }
        },
        (Object) records.toArray(UUID[]::new));
    Map<Traits, Integer> ids = likenesses.idsOf(traits.values());
    Map<Integer, Long> first = new HashMap<>();
    traits.forEach((record, now) -> {
      int likeness = ids.getOrDefault(now, 0);
      jdbc.update("update sharing.standing set likeness = ? where record = ?", likeness, record);
      first.merge(likeness, sequences.getOrDefault(record, 0L), Math::min);
    });
    first.forEach((likeness, sequence) ->
        jdbc.update(
            "insert into sharing.moved (likeness, sequence) values (?, ?)", likeness, sequence));
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
          "call-back-decision",
          "provenance",
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
    Map<UUID, Received> received =
        provenances.received(
            current.stream()
                .filter(header -> PartnerSource.partnerOf(header.source()) != null)
                .map(header -> header.record().value())
                .collect(Collectors.toSet()));
    Map<Long, Traits> traits = new LinkedHashMap<>();
    for (VersionHeader header : current) {
      traits.put(header.sequence(), Traits.of(header).with(received.get(header.record().value())));
    }
    Map<Traits, Integer> ids = likenesses.idsOf(traits.values());
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
        headers.stream().map(h -> ids.get(traits.get(h.sequence()))).toArray(Integer[]::new),
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
    if (isOurs(header, Provenance.KIND, Provenance.SOURCE)) {
      return read(version, Provenance.KIND).map(said -> kinds.write(Provenance.KIND, said));
    }
    if (isOurs(header, CallBackDecision.KIND, CallBack.SOURCE)) {
      return read(version, CallBackDecision.KIND)
          .map(decision -> kinds.write(CallBackDecision.KIND, decision.bare()));
    }
    if (isAnswer(header)) {
      return read(version, OnwardAnswer.KIND)
          .map(said -> kinds.write(OnwardAnswer.KIND, said.bare()));
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
    calledBack.waitsNoMore(record);
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
            + " sharing.break_glass, sharing.origin, sharing.came, sharing.leave, sharing.moved,"
            + " sharing.called_back, sharing.beyond");
  }
}
