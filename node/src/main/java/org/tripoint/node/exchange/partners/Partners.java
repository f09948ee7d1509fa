package org.tripoint.node.exchange.partners;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.PinnedTrust;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.RecordId;

/// The partners' nodes that are trusted today, as the ledger has them.
@Component
public class Partners implements LedgerReader {

  static final String SOURCE = "partners";

  private final JdbcTemplate jdbc;
  private final Introductions introductions;
  private final KeptInMemory<List<Partner>> known = new KeptInMemory<>(this::read);
  private final PinnedTrust trust;

  Partners(JdbcTemplate jdbc, Introductions introductions, Clock clock) {
    this.jdbc = jdbc;
    this.introductions = introductions;
    this.trust = new PinnedTrust(this::pins, clock);
  }

  /// A partner's node.
  ///
  /// @param record the record that says so
  /// @param introduction how it introduced itself
  /// @param complyHours hours within which it has to confirm a recall
  public record Partner(RecordId record, Introduction introduction, int complyHours) {
    public String name() {
      return introduction.node();
    }
  }

  public List<Partner> list() {
    return known.get();
  }

  public Optional<Partner> find(String name) {
    return list().stream().filter(partner -> partner.name().equals(name)).findFirst();
  }

  /// Whose certificates are let in.
  public PinnedTrust trust() {
    return trust;
  }

  private List<PinnedTrust.Pin> pins() {
    return list().stream().map(this::pin).toList();
  }

  /// Whom this partner's certificates have to come from.
  public PinnedTrust.Pin pin(Partner partner) {
    return new PinnedTrust.Pin(
        partner.name(),
        partner.introduction().certificates(),
        partner.introduction().revokedSerials());
  }

  private List<Partner> read() {
    List<Partner> partners = new ArrayList<>();
    jdbc.query(
        "select record, introduction, comply_hours from exchange.partner order by name",
        row -> {
          try {
            partners.add(
                new Partner(
                    new RecordId(row.getObject(1, UUID.class)),
                    introductions.read(row.getString(2)),
                    row.getInt(3)));
          } catch (NotTrusted e) {
            LoggerFactory.getLogger(Partners.class)
                .error("A partner's introduction can no longer be read: {}", e.getMessage());
          }
        });
    return List.copyOf(partners);
  }

  @Override
  public String name() {
    return "exchange.partners";
  }

  @Override
  public boolean isSeenOutside() {
    return true;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(PartnerNode.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      RecordVersion version = change.version();
      if (!change.isCurrent() || !version.header().source().equals(SOURCE)) {
        continue;
      }
      UUID record = version.header().record().value();
      jdbc.update("delete from exchange.partner where record = ?", record);
      version
          .content(PartnerNode.KIND)
          .ifPresent(node ->
              jdbc.update(
                  """
                  insert into exchange.partner (name, record, sequence, introduction, comply_hours)
                  values (?, ?, ?, ?, ?)
                  """,
                  node.partner(),
                  record,
                  version.header().sequence(),
                  node.introduction(),
                  node.complyHours()));
    }
    known.forgetAfterCommit();
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from exchange.partner where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
    known.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.execute("truncate exchange.partner");
    known.forgetAfterCommit();
  }

  @Override
  public String layout() {
    return "V123";
  }
}
