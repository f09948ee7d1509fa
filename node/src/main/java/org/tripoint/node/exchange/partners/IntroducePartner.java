package org.tripoint.node.exchange.partners;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Two people add a partner's node: each types the fingerprint that the partner read to them over a
/// line they trust. No third party vouches for it.
@Service
public class IntroducePartner {

  static final int USUAL_COMPLY_HOURS = 72;

  private final Introductions introductions;
  private final AppendRecords ledger;
  private final ReadLedger versions;
  private final JdbcTemplate jdbc;
  private final OwnName own;
  private final Clock clock;

  IntroducePartner(
      Introductions introductions,
      AppendRecords ledger,
      ReadLedger versions,
      JdbcTemplate jdbc,
      OwnName own,
      Clock clock) {
    this.introductions = introductions;
    this.ledger = ledger;
    this.versions = versions;
    this.jdbc = jdbc;
    this.own = own;
    this.clock = clock;
  }

  /// An introduction that waits for its second person.
  public record Proposal(
      String partner, Introduction introduction, String proposedBy, Instant proposedAt) {}

  /// Why it was not done.
  public enum Refusal {
    /// The text is no introduction, or not signed by a key that it names.
    NO_INTRODUCTION,
    /// It introduces this very node, or a node of this node's country under its name.
    OWN_NODE,
    /// What was typed is not its fingerprint.
    OTHER_FINGERPRINT,
    /// Nobody has proposed it.
    NOT_PROPOSED,
    /// The second person is the first.
    SAME_PERSON
  }

  /// A refusal with its reason.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  /// The first person: hands in what the partner sent, and types what the partner read out.
  @Transactional(rollbackFor = Refused.class)
  public Proposal propose(String signed, String typed, String actor) throws Refused {
    Introduction introduction = read(signed.strip());
    if (introduction.node().equals(own.name())) {
      throw new Refused(Refusal.OWN_NODE);
    }
    requireSame(introduction, typed);
    Instant now = clock.instant();
    jdbc.update(
        """
        insert into exchange.proposal (partner, introduction, proposed_by, proposed_at)
        values (?, ?, ?, ?)
        on conflict (partner) do update
        set introduction = excluded.introduction, proposed_by = excluded.proposed_by,
            proposed_at = excluded.proposed_at
        """,
        introduction.node(),
        signed.strip(),
        actor,
        OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    return new Proposal(introduction.node(), introduction, actor, now);
  }

  /// The second person, who has heard it too: from now on the partner's node is trusted.
  @Transactional(rollbackFor = Refused.class)
  public RecordId confirm(String partner, String typed, String actor) throws Refused {
    String[] waiting =
        jdbc
            .query(
                """
                select introduction, proposed_by from exchange.proposal where partner = ? for update
                """,
                (row, number) -> new String[] {row.getString(1), row.getString(2)},
                partner)
            .stream()
            .findFirst()
            .orElseThrow(() -> new Refused(Refusal.NOT_PROPOSED));
    requireSame(read(waiting[0]), typed);
    if (waiting[1].equals(actor)) {
      throw new Refused(Refusal.SAME_PERSON);
    }
    jdbc.update("delete from exchange.proposal where partner = ?", partner);
    return append(
        new Entry.Put<>(
            PartnerNode.KIND,
            partner,
            new PartnerNode(partner, waiting[0], List.of(waiting[1], actor), USUAL_COMPLY_HOURS),
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        actor);
  }

  /// A partner's next issue, signed by a key that the one before names: it takes its place, and the
  /// two people who trusted the first stand for it.
  ///
  /// @throws NotTrusted unless it continues what was trusted
  @Transactional
  public void renew(Partner partner, String signed) throws NotTrusted {
    Introduction before = partner.introduction();
    Introduction next = introductions.read(signed.strip());
    if (next.issue() == before.issue() && next.equals(before)) {
      return;
    }
    introductions.readNext(signed.strip(), before);
    List<String> people =
        versions.listVersions(partner.record()).getLast().content(PartnerNode.KIND).stream()
            .flatMap(node -> node.confirmedBy().stream())
            .toList();
    append(
        new Entry.Put<>(
            PartnerNode.KIND,
            partner.name(),
            new PartnerNode(partner.name(), signed.strip(), people, partner.complyHours()),
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        partner.name());
  }

  /// The same with one that came without a connection, in whatever order: an earlier one says
  /// nothing new.
  @Transactional
  public void renewIfLater(Partner partner, String signed) throws NotTrusted {
    if (introductions.read(signed).issue() > partner.introduction().issue()) {
      renew(partner, signed);
    }
  }

  /// Gives a partner another time to confirm recalls; those that were written before keep theirs.
  ///
  /// @throws IllegalArgumentException unless it is 1 hour to 90 days
  @Transactional
  public void letConfirmWithin(Partner partner, int hours, String actor) {
    PartnerNode node =
        versions
            .listVersions(partner.record())
            .getLast()
            .content(PartnerNode.KIND)
            .orElseThrow(() -> new IllegalStateException("expected a partner that stands"));
    append(
        new Entry.Put<>(
            PartnerNode.KIND,
            partner.name(),
            new PartnerNode(node.partner(), node.introduction(), node.confirmedBy(), hours),
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        actor);
  }

  /// Takes a waiting introduction back.
  public void dismiss(String partner) {
    jdbc.update("delete from exchange.proposal where partner = ?", partner);
  }

  /// From now on the partner's node is a stranger's.
  public RecordId end(String partner, String reason, String actor) {
    return append(new Entry.Withdraw(PartnerNode.KIND, partner, reason), actor);
  }

  /// What waits for its second person.
  public List<Proposal> listProposals() {
    return jdbc
        .query(
            """
            select introduction, proposed_by, proposed_at from exchange.proposal order by partner
            """,
            (row, number) -> {
              Instant at = row.getObject(3, OffsetDateTime.class).toInstant();
              String by = row.getString(2);
              return readAgain(row.getString(1))
                  .map(introduction -> new Proposal(introduction.node(), introduction, by, at));
            })
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private RecordId append(Entry entry, String actor) {
    Batch batch = new Batch(Partners.SOURCE, null, clock.instant(), actor, List.of(entry));
    return ledger.append(batch).outcomes().getFirst().requireRecord();
  }

  private Introduction read(String signed) throws Refused {
    return readAgain(signed).orElseThrow(() -> new Refused(Refusal.NO_INTRODUCTION));
  }

  private Optional<Introduction> readAgain(String signed) {
    try {
      return Optional.of(introductions.read(signed));
    } catch (NotTrusted e) {
      return Optional.empty();
    }
  }

  /// Blanks and case are how people type, not what they say.
  private void requireSame(Introduction introduction, String typed) throws Refused {
    String said = typed.replaceAll("[\\s:.-]", "").toLowerCase(Locale.ROOT);
    if (!said.equals(introductions.fingerprintOf(introduction))) {
      throw new Refused(Refusal.OTHER_FINGERPRINT);
    }
  }
}
