package org.tripoint.node.desks.liaison;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Standing rules for officers: one steward proposes, another agrees, either may end one.
@Service
class AgreeRules {

  private static final Kind<LiaisonRuleForm> PROPOSAL =
      Kind.of("liaison-proposal", 1, LiaisonRuleForm.class);

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final Entries entries;
  private final Here here;

  AgreeRules(JdbcTemplate jdbc, RecordKinds kinds, Entries entries, Here here) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.entries = entries;
    this.here = here;
  }

  /// Why it was not done; each has words.
  enum Refusal {
    NO_SUCH_AUDIENCE,
    NO_KIND_OF_THE_AGREEMENT,
    TITLE_TOO_SHORT_OR_LONG,
    PLACE_IS_NONE,
    DAY_IS_OVER,
    LONGER_THAN_THE_AGREEMENT,
    GONE,
    SAME_PERSON
  }

  /// A refusal with its reason.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  UUID propose(LiaisonRuleForm proposal, String actor) throws Refused {
    check(proposal);
    UUID id = UUID.randomUUID();
    jdbc.update(
        "insert into liaison.proposal (id, content, proposed_by, proposed_at) values (?, ?, ?, ?)",
        id,
        kinds.write(PROPOSAL, proposal),
        actor,
        OffsetDateTime.ofInstant(here.now(), ZoneOffset.UTC));
    return id;
  }

  /// The second person agrees: the rule is in force.
  @Transactional(rollbackFor = Refused.class)
  public RecordId agree(UUID id, String actor) throws Refused {
    ProposalRow waiting =
        waiting("where id = ? for update", id).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(Refusal.GONE));
    if (waiting.by().equals(actor)) {
      throw new Refused(Refusal.SAME_PERSON);
    }
    LiaisonRuleForm proposal = waiting.form();
    SharedAudience audience = check(proposal);
    jdbc.update("delete from liaison.proposal where id = ?", id);
    return here.append(
        new Entry.Put<>(
            LiaisonRule.KIND,
            id.toString(),
            rule(proposal, audience, waiting.by(), actor),
            Here.own(),
            null),
        actor);
  }

  private LiaisonRule rule(
      LiaisonRuleForm proposal, SharedAudience audience, String proposedBy, String agreedBy) {
    return new LiaisonRule(
        proposal.partner(),
        proposal.audienceName(),
        proposal.title(),
        proposal.kinds(),
        proposal.place(),
        proposal.family(),
        proposal.since(),
        audience.purpose(),
        audience.basis().instrument(),
        requireUntil(proposal),
        proposedBy,
        agreedBy,
        here.now());
  }

  private static LocalDate requireUntil(LiaisonRuleForm proposal) {
    LocalDate until = proposal.until();
    if (until == null) {
      throw new IllegalStateException("expected a last day");
    }
    return until;
  }

  /// Takes back what waits.
  void dismiss(UUID id) throws Refused {
    if (jdbc.update("delete from liaison.proposal where id = ?", id) == 0) {
      throw new Refused(Refusal.GONE);
    }
  }

  /// Ends a rule before its day: officers see nothing by it any more.
  @Transactional(rollbackFor = Refused.class)
  public void end(RecordId rule, String actor) throws Refused {
    Kept<LiaisonRule> kept =
        entries
            .find(LiaisonRule.KIND, rule)
            .filter(this::isInForce)
            .orElseThrow(() -> new Refused(Refusal.GONE));
    here.append(new Entry.Withdraw(LiaisonRule.KIND, kept.key(), "ended before its day"), actor);
  }

  List<ProposalRow> listWaiting() {
    return waiting("order by proposed_at");
  }

  /// Rules that are in force today.
  List<Kept<LiaisonRule>> listInForce() {
    return entries.list(LiaisonRule.KIND, 500).stream().filter(this::isInForce).toList();
  }

  /// Every rule that was not ended, those that ran out too.
  List<Kept<LiaisonRule>> list() {
    return entries.list(LiaisonRule.KIND, 500);
  }

  Optional<Kept<LiaisonRule>> findFor(Posted officer, RecordId rule) {
    return entries
        .find(LiaisonRule.KIND, rule)
        .filter(this::isInForce)
        .filter(one -> isFor(one.content(), officer));
  }

  List<Kept<LiaisonRule>> listFor(Posted officer) {
    return listInForce().stream().filter(one -> isFor(one.content(), officer)).toList();
  }

  private static boolean isFor(LiaisonRule rule, Posted officer) {
    return rule.partner().equals(officer.posting().partner())
        && rule.audience().equals(officer.posting().audience());
  }

  boolean isInForce(Kept<LiaisonRule> rule) {
    return rule.origin() == null
        && !here.today().isAfter(rule.content().until())
        && here.audience(rule.content().partner(), rule.content().audience()).isPresent();
  }

  private SharedAudience check(LiaisonRuleForm proposal) throws Refused {
    SharedAudience audience =
        here.audience(proposal.partner(), proposal.audienceName())
            .orElseThrow(() -> new Refused(Refusal.NO_SUCH_AUDIENCE));
    if (proposal.kinds().isEmpty() || !audience.basis().kinds().containsAll(proposal.kinds())) {
      throw new Refused(Refusal.NO_KIND_OF_THE_AGREEMENT);
    }
    if (proposal.title().isEmpty() || proposal.title().length() > LiaisonRule.LONGEST_TITLE) {
      throw new Refused(Refusal.TITLE_TOO_SHORT_OR_LONG);
    }
    if (!proposal.place().matches("|[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
      throw new Refused(Refusal.PLACE_IS_NONE);
    }
    LocalDate until = proposal.until();
    if (until == null || until.isBefore(here.today())) {
      throw new Refused(Refusal.DAY_IS_OVER);
    }
    LocalDate end = audience.basis().validTo();
    if (end != null && until.isAfter(end)) {
      throw new Refused(Refusal.LONGER_THAN_THE_AGREEMENT);
    }
    return audience;
  }

  private List<ProposalRow> waiting(String which, Object... values) {
    return jdbc.query(
        "select id, content, proposed_by, proposed_at from liaison.proposal " + which,
        (row, number) ->
            new ProposalRow(
                row.getObject(1, UUID.class),
                kinds.parse(PROPOSAL, row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()),
        values);
  }
}
