package org.tripoint.node.exchange.onward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.journal.JournalStatus.Recalled;
import org.tripoint.node.exchange.onward.OnwardRecords.Kept;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.OnwardAnswer;
import org.tripoint.node.sharing.OnwardCopies;
import org.tripoint.node.sharing.OnwardCopies.Copy;
import org.tripoint.node.sharing.OnwardCopies.State;
import org.tripoint.node.sharing.OnwardQuestion;
import org.tripoint.node.sharing.ReadProvenance;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.Holder;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// Tells the originator of each record that this node passed on in which countries it is, and
/// whether what was called back is gone there; and tells people here of questions that wait and of
/// copies that should be gone.
@Component
class TellCopies {

  private static final int LINES = 5_000;
  private static final int MOST = 1_000;

  private final JdbcTemplate jdbc;
  private final OnwardRecords records;
  private final AskOriginator ask;
  private final ReadShared shared;
  private final ReadProvenance provenance;
  private final JournalStatus journals;
  private final RaiseSignal signals;
  private final Clock clock;

  TellCopies(
      JdbcTemplate jdbc,
      OnwardRecords records,
      AskOriginator ask,
      ReadShared shared,
      ReadProvenance provenance,
      JournalStatus journals,
      RaiseSignal signals,
      Clock clock) {
    this.jdbc = jdbc;
    this.records = records;
    this.ask = ask;
    this.shared = shared;
    this.provenance = provenance;
    this.journals = journals;
    this.signals = signals;
    this.clock = clock;
  }

  /// Looks at what was passed on since the last time, and at what is still to be confirmed.
  ///
  /// @return how many originators' records something new was told of
  @Transactional
  public int tell() {
    Map<Integer, SharedAudience> audiences =
        shared.listAudiences().stream()
            .collect(Collectors.toMap(SharedAudience::bit, audience -> audience));
    audiences.keySet().forEach(this::look);
    List<Passed> open =
        jdbc.query(
            "select record, partner, object from exchange.passed_on where not settled limit ?",
            (row, n) ->
                new Passed(
                    new RecordId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3)),
            MOST);
    int told = 0;
    for (Passed one : open) {
      told += tell(one, audiences) ? 1 : 0;
    }
    return told;
  }

  private record Passed(RecordId record, String partner, String object) {}

  private void look(int audience) {
    long seen =
        jdbc
            .queryForList(
                "select line from exchange.onward_seen where audience = ?", Long.class, audience)
            .stream()
            .findFirst()
            .orElse(-1L);
    List<Line> lines = shared.list(audience, seen, LINES);
    if (lines.isEmpty()) {
      return;
    }
    provenance
        .find(lines.stream().map(Line::record).collect(Collectors.toSet()))
        .forEach((record, how) ->
            jdbc.update(
                """
                insert into exchange.passed_on (record, partner, object, settled)
                values (?, ?, ?, false)
                on conflict (record) do update set settled = false, object = excluded.object
                """,
                record.value(),
                how.partner(),
                how.object()));
    jdbc.update(
        """
        insert into exchange.onward_seen (audience, line) values (?, ?)
        on conflict (audience) do update set line = excluded.line
        """,
        audience,
        lines.getLast().dateAdded());
  }

  private boolean tell(Passed one, Map<Integer, SharedAudience> audiences) {
    OnwardCopies now = new OnwardCopies(one.object(), copies(one.record(), audiences.values()));
    boolean settled = now.copies().stream().noneMatch(copy -> copy.state() == State.CALLED_BACK);
    if (settled) {
      jdbc.update(
          "update exchange.passed_on set settled = true where record = ?", one.record().value());
    }
    boolean told =
        records.listAbout(OnwardCopies.KIND, List.of(one.object())).stream()
            .anyMatch(kept -> kept.partner() == null && kept.content().equals(now));
    if (!told) {
      ask.append(
          new Entry.Put<>(OnwardCopies.KIND, one.object(), now, ask.between(one.partner()), null),
          "system");
    }
    return !told;
  }

  private List<Copy> copies(RecordId record, Iterable<SharedAudience> audiences) {
    Map<String, Country> countries = new TreeMap<>();
    audiences.forEach(audience -> countries.put(audience.partner(), audience.country()));
    Map<Country, List<Holder>> holders = new LinkedHashMap<>();
    for (Holder holder : shared.listHolders(record)) {
      holders
          .computeIfAbsent(
              Objects.requireNonNull(countries.get(holder.partner())), c -> new ArrayList<>())
          .add(holder);
    }
    List<Recalled> recalls = journals.listRecalls(record);
    List<Copy> copies = new ArrayList<>();
    holders.forEach((country, those) ->
        copies.add(
            copy(
                country,
                those,
                recalls.stream()
                    .filter(recall -> country.equals(countries.get(recall.partner())))
                    .toList())));
    return copies;
  }

  private static Copy copy(Country country, List<Holder> holders, List<Recalled> recalls) {
    int held = (int) holders.stream().filter(Holder::holds).count();
    if (held > 0) {
      return new Copy(country, held, State.GIVEN, null, null);
    }
    boolean open =
        recalls.isEmpty() || recalls.stream().anyMatch(recall -> recall.complied() == null);
    @Nullable Instant due =
        recalls.stream()
            .filter(recall -> recall.complied() == null)
            .map(Recalled::due)
            .min(Instant::compareTo)
            .orElse(null);
    @Nullable Instant confirmed =
        recalls.stream()
            .map(Recalled::complied)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    return open
        ? new Copy(country, holders.size(), State.CALLED_BACK, due, null)
        : new Copy(country, holders.size(), State.CONFIRMED, null, confirmed);
  }

  /// Raises a signal for each question of a partner that waits, and for each copy that should be
  /// gone and is not.
  @Transactional
  public void warn() {
    for (Kept<OnwardQuestion> kept : records.list(OnwardQuestion.KIND, MOST)) {
      OnwardQuestion question = kept.content();
      if (kept.partner() != null
          && records.listOf(OnwardAnswer.KIND, question.number()).isEmpty()) {
        raise(
            "exchange.onward-question",
            question.number(),
            List.of(question.from().code(), question.to().code()),
            question.due(),
            kept.record());
      }
    }
    Instant now = clock.instant();
    for (Kept<OnwardCopies> kept : records.list(OnwardCopies.KIND, MOST)) {
      for (Copy copy : kept.content().copies()) {
        Instant due = copy.due();
        if (kept.partner() != null && due != null && due.isBefore(now)) {
          raise(
              "exchange.onward-late",
              kept.content().object() + "/" + copy.country() + "/" + due,
              List.of(kept.partner(), copy.country().code()),
              due,
              records.givenAs(kept.content().object()).orElse(kept.record()));
        }
      }
    }
  }

  private void raise(
      String detector, String key, List<String> names, Instant due, RecordId evidence) {
    int isNew =
        jdbc.update(
            "insert into exchange.onward_told (key) values (?) on conflict do nothing",
            detector + "/" + key);
    if (isNew > 0) {
      String words = detector.replace("exchange.", "exchange.signal.");
      signals.raise(
          new RaiseSignal.Signal(
              detector,
              key,
              words,
              names,
              List.of(evidence),
              List.of(
                  new RaiseSignal.ScorePart(
                      words + ".why",
                      BigDecimal.ONE,
                      LocalDate.ofInstant(due, ZoneOffset.UTC).toString())),
              "/exchange/onward"));
    }
  }
}
