package org.tripoint.node.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.retention.ReadRetention.Lot;
import org.tripoint.node.retention.ReadRetention.Proposal;
import org.tripoint.node.retention.Refused.Why;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Empties what is due, in lots that people confirm: a small one alone, a large one by two.
///
/// A lot is a record that names a reason and a day. What it empties is looked up as it goes, some
/// hundred records at a time: after a crash it goes on with what is left, and what was held or kept
/// meanwhile stays.
@Service
public class PurgeLots {

  private static final Logger LOG = LoggerFactory.getLogger(PurgeLots.class);
  private static final int AT_ONCE = 500;

  private final JdbcTemplate jdbc;
  private final ReadRetention read;
  private final EmptyDue emptyDue;
  private final RunReaders readers;
  private final RetentionDay day;
  private final long alone;

  PurgeLots(
      JdbcTemplate jdbc,
      ReadRetention read,
      EmptyDue emptyDue,
      RunReaders readers,
      RetentionDay day,
      @Value("${tripoint.retention.alone:100}") long alone) {
    this.jdbc = jdbc;
    this.read = read;
    this.emptyDue = emptyDue;
    this.readers = readers;
    this.day = day;
    this.alone = alone;
  }

  /// Up to how many records one person may have emptied alone: `tripoint.retention.alone`.
  public long alone() {
    return alone;
  }

  /// A person asks that everything due for a reason up to today be emptied.
  ///
  /// @return true when it is few enough to go at once; else another person has to confirm
  @Transactional(rollbackFor = Refused.class)
  public boolean ask(String why, Part part, String actor) throws Refused {
    LocalDate today = day.today();
    long count = read.countToPurge(why, part, today);
    if (count == 0) {
      throw new Refused(Why.NOTHING_DUE);
    }
    if (count <= alone) {
      open(why, part, today, count, actor, actor);
      return true;
    }
    jdbc.update(
        """
        insert into retention.proposal (id, why, part, day, count, asked_by, asked_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        why,
        part.name(),
        today,
        count,
        actor,
        OffsetDateTime.ofInstant(day.now(), ZoneOffset.UTC));
    return false;
  }

  /// Another person confirms what was asked for, if no more is due by that day than was shown.
  @Transactional(rollbackFor = Refused.class)
  public void confirm(UUID id, String actor) throws Refused {
    Proposal proposal =
        read.listProposals().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused(Why.GONE));
    if (proposal.askedBy().equals(actor)) {
      throw new Refused(Why.SAME_PERSON);
    }
    long count = read.countToPurge(proposal.why(), proposal.part(), proposal.day());
    if (count > proposal.count()) {
      throw new Refused(Why.MORE_THAN_SHOWN);
    }
    if (count == 0) {
      throw new Refused(Why.NOTHING_DUE);
    }
    dismiss(id);
    open(proposal.why(), proposal.part(), proposal.day(), count, proposal.askedBy(), actor);
  }

  /// Takes back what waits; anybody who may ask may do so.
  @Transactional(rollbackFor = Refused.class)
  public void dismiss(UUID id) throws Refused {
    if (jdbc.update("delete from retention.proposal where id = ?", id) == 0) {
      throw new Refused(Why.GONE);
    }
  }

  private void open(
      String why, Part part, LocalDate by, long count, String askedBy, String confirmedBy) {
    RetentionLot lot =
        new RetentionLot(
            why, part, by, count, instrument(why), askedBy, confirmedBy, day.now(), null);
    day.put(RetentionLot.KIND, UUID.randomUUID().toString(), lot, confirmedBy);
  }

  private String instrument(String why) {
    return read.findRule(why.startsWith(Due.RULE) ? why.substring(Due.RULE.length()) : "")
        .map(rule -> rule.rule().instrument() + " (" + why + ")")
        .orElse(why);
  }

  /// Opens a lot for each rule that says so by itself.
  void openAutomatic() {
    List<Lot> under = read.listOpenLots();
    for (ReadRetention.Rule rule : read.listRules()) {
      String why = Due.RULE + rule.rule().name();
      Part part = rule.rule().part();
      if (rule.rule().automatic() && under.stream().noneMatch(lot -> lot.lot().why().equals(why))) {
        long count = read.countToPurge(why, part, day.today());
        if (count > 0) {
          open(why, part, day.today(), count, rule.rule().adoptedBy(), rule.rule().adoptedBy());
        }
      }
    }
  }

  /// Empties all lots that are open to their ends.
  void empty() {
    for (Lot lot : read.listOpenLots()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      try {
        empty(lot);
      } catch (IllegalArgumentException | IllegalStateException e) {
        LOG.warn("Lot {} goes no further and is tried again", lot.record(), e);
      }
    }
  }

  private void empty(Lot lot) {
    Set<RecordId> tried = new HashSet<>();
    for (List<RecordId> next = next(lot, tried); !next.isEmpty(); next = next(lot, tried)) {
      emptyDue.empty(
          Set.copyOf(next), lot.lot().part(), lot.lot().instrument(), lot.lot().confirmedBy());
      tried.addAll(next);
      readers.catchUp();
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
    day.put(RetentionLot.KIND, lot.key(), lot.lot().finishedAt(day.now()), lot.lot().confirmedBy());
    LOG.info("A lot of {} records that were due is emptied", lot.lot().count());
    readers.catchUp();
  }

  /// Records that are still listed although they were emptied would be tried for ever.
  private List<RecordId> next(Lot lot, Set<RecordId> tried) {
    List<RecordId> next = read.listToPurge(lot, AT_ONCE);
    if (next.stream().anyMatch(tried::contains)) {
      LOG.warn("Records of lot {} are due although they were emptied", lot.record());
      return List.of();
    }
    return next;
  }
}
