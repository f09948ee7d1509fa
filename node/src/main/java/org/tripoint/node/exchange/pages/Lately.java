package org.tripoint.node.exchange.pages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.Arrivals;
import org.tripoint.node.exchange.journal.Arrivals.Arrival;
import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.journal.JournalStatus.Recalled;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.Action;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SayRecord;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// What crossed the borders of this node last, in both directions, each record in a line.
@Component
class Lately {

  private final ReadShared shared;
  private final Arrivals arrivals;
  private final JournalStatus journals;
  private final ReadLedger ledger;
  private final List<SayRecord<?>> sayers;

  Lately(
      ReadShared shared,
      Arrivals arrivals,
      JournalStatus journals,
      ReadLedger ledger,
      List<SayRecord<?>> sayers) {
    this.shared = shared;
    this.arrivals = arrivals;
    this.journals = journals;
    this.ledger = ledger;
    this.sayers = sayers;
  }

  /// Latest first.
  List<LatelyRow> list(Page page, int limit) {
    List<LatelyRow> rows = new ArrayList<>();
    arrivals.listLatest(limit).forEach(arrival -> rows.add(came(page, arrival)));
    for (SharedAudience audience : shared.listAudiences()) {
      shared
          .listLatest(audience.bit(), limit)
          .forEach(line -> rows.add(went(page, audience, line)));
    }
    return rows.stream()
        .sorted(Comparator.comparing(LatelyRow::at).reversed())
        .limit(limit)
        .toList();
  }

  /// What happened to a record that a partner gave, latest first.
  List<LatelyRow> listOf(Page page, RecordId record) {
    return arrivals.listOf(record).reversed().stream().map(one -> came(page, one)).toList();
  }

  private LatelyRow came(Page page, Arrival arrival) {
    Told told = told(page, arrival.sequence());
    boolean back = arrival.why() != null;
    return new LatelyRow(
        arrival.at(),
        true,
        arrival.partner(),
        arrival.audience(),
        arrival.record(),
        told.said,
        told.kind,
        told.marking,
        back ? "called-back" : arrival.first() ? "given" : "corrected",
        arrival.why(),
        back);
  }

  private LatelyRow went(Page page, SharedAudience audience, Line line) {
    Told told = told(page, line.sequence());
    boolean back = line.action() == Action.RECALLED;
    return new LatelyRow(
        Instant.EPOCH.plus(line.dateAdded(), ChronoUnit.MICROS),
        false,
        audience.partner(),
        audience.name(),
        line.record(),
        told.said,
        told.kind,
        told.marking,
        back ? "called-back" : isFirst(line) ? "given" : "corrected",
        line.why() == null ? null : line.why().name(),
        back && isComplied(audience, line.record()));
  }

  /// A record in a line, as it stands; "" when it is gone or no desk has words for it.
  String say(Page page, RecordId record) {
    return ledger
        .findCurrent(record)
        .filter(Lately::isReadable)
        .map(version -> inShort(page, version))
        .orElse("");
  }

  private record Told(String said, String kind, @Nullable Marking marking) {}

  private Told told(Page page, long sequence) {
    return ledger
        .findVersion(sequence)
        .map(version -> told(page, version))
        .orElse(new Told("", "", null));
  }

  private Told told(Page page, RecordVersion version) {
    String kind = version.header().kind();
    if (!isReadable(version)) {
      return new Told("", kind, null);
    }
    return new Told(inShort(page, version), kind, version.header().marking());
  }

  private boolean isFirst(Line line) {
    List<RecordVersion> versions = ledger.listVersions(line.record());
    return versions.isEmpty() || versions.getFirst().header().sequence() == line.sequence();
  }

  private boolean isComplied(SharedAudience audience, RecordId record) {
    List<Recalled> recalls =
        journals.listRecalls(record).stream()
            .filter(one ->
                one.partner().equals(audience.partner()) && one.audience().equals(audience.name()))
            .toList();
    return !recalls.isEmpty() && recalls.stream().allMatch(one -> one.complied() != null);
  }

  private static boolean isReadable(RecordVersion version) {
    return version.isHeld() && version.emptied().isEmpty();
  }

  /// Empty when no desk has words for it.
  private String inShort(Page page, RecordVersion version) {
    return sayers.stream()
        .flatMap(sayer -> said(page, sayer, version).stream())
        .findFirst()
        .orElse("");
  }

  private static <C extends Record> Optional<String> said(
      Page page, SayRecord<C> sayer, RecordVersion version) {
    return version.header().kind().equals(sayer.kind().name())
        ? version.content(sayer.kind()).map(content -> sayer.inShort(page, content))
        : Optional.empty();
  }
}
