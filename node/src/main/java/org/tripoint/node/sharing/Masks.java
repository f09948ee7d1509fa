package org.tripoint.node.sharing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.node.sharing.Likenesses.Likeness;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.node.sharing.SharingDecision.Reason;
import org.tripoint.vocabulary.Country;

/// Decides each likeness for each audience, once a day and whenever an agreement changes.
@Component
class Masks {

  /// The decisions on one likeness, by the audience's number.
  ///
  /// @param swept last place in the ledger whose records have been held against them
  /// @param asked numbers of those who are allowed it only because its originator was asked
  record Decided(
      Likeness likeness, Map<Integer, SharingDecision> byBit, Set<Integer> asked, long swept) {
    long mask() {
      long mask = 0;
      for (Map.Entry<Integer, SharingDecision> entry : byBit.entrySet()) {
        if (entry.getValue() instanceof Allowed) {
          mask |= 1L << Audiences.place(entry.getKey());
        }
      }
      return mask;
    }
  }

  private record Row(LocalDate decided, String terms, long swept) {}

  private final JdbcTemplate jdbc;
  private final Likenesses likenesses;
  private final Audiences audiences;

  Masks(JdbcTemplate jdbc, Likenesses likenesses, Audiences audiences) {
    this.jdbc = jdbc;
    this.likenesses = likenesses;
    this.audiences = audiences;
  }

  /// Today's decisions on every likeness, for every audience of an agreement; one that was decided
  /// otherwise before is swept from the start again.
  List<Decided> refresh(Country giver, LocalDate today) {
    List<Audience> all =
        audiences.all().stream().filter(audience -> !audience.isExceptional()).toList();
    Map<String, Country> countries =
        all.stream()
            .collect(Collectors.toMap(Audience::partner, a -> a.terms().country(), (a, b) -> b));
    // A likeness that appears has no record below what was swept when it had not.
    Map<Integer, Long> moved = takeMoved();
    Map<Integer, Row> known = known();
    long sweptBefore = known.values().stream().mapToLong(Row::swept).max().orElse(-1);
    return likenesses.all().stream()
        .map(likeness -> {
          Map<Integer, SharingDecision> byBit =
              decide(likeness.traits(), all, countries, giver, today);
          Set<Integer> asked = asked(likeness.traits(), byBit, all, countries, giver, today);
          long before = Math.min(sweptBefore, moved.getOrDefault(likeness.id(), Long.MAX_VALUE));
          return keep(likeness, byBit, asked, known.get(likeness.id()), today, before);
        })
        .toList();
  }

  /// Marks that every record up to this place in the ledger has been looked at.
  void swept(long upTo) {
    jdbc.update("update sharing.mask set swept = ? where swept < ?", upTo, upTo);
  }

  /// Likenesses that older records have come to, with the place before the first of them.
  private Map<Integer, Long> takeMoved() {
    Map<Integer, Long> moved = new HashMap<>();
    jdbc.query(
        "delete from sharing.moved returning likeness, sequence",
        row -> {
          moved.merge(row.getInt(1), row.getLong(2) - 1, Math::min);
        });
    moved.forEach((likeness, before) ->
        jdbc.update(
            "update sharing.mask set swept = least(swept, ?) where likeness = ?",
            before,
            likeness));
    return moved;
  }

  private static Set<Integer> asked(
      Traits traits,
      Map<Integer, SharingDecision> byBit,
      List<Audience> all,
      Map<String, Country> countries,
      Country giver,
      LocalDate today) {
    Received received = traits.received();
    Set<Integer> asked = new HashSet<>();
    if (received != null && !received.leaves().isEmpty()) {
      Traits unasked = traits.with(received.withoutLeaves());
      decide(unasked, all, countries, giver, today)
          .forEach((bit, decision) -> {
            if (byBit.get(bit) instanceof Allowed && !(decision instanceof Allowed)) {
              asked.add(bit);
            }
          });
    }
    return asked;
  }

  private static Map<Integer, SharingDecision> decide(
      Traits traits,
      List<Audience> all,
      Map<String, Country> countries,
      Country giver,
      LocalDate today) {
    @Nullable Country originator =
        traits.received() != null
            ? traits.received().originator()
            : traits.partner() == null ? null : countries.get(traits.partner());
    boolean ofUnknownPartner = traits.partner() != null && originator == null;
    Map<Integer, SharingDecision> byBit = new HashMap<>();
    for (Audience audience : all) {
      Optional<SharingBasis> basis =
          audience.ended() ? Optional.empty() : Optional.of(audience.terms().basis());
      byBit.put(
          audience.bit(),
          ofUnknownPartner
              ? Reason.NOT_TO_BE_PASSED_ON.refused()
              : DecideSharing.decide(
                  traits.candidate(originator), audience.from(giver), basis, today));
    }
    return byBit;
  }

  private Decided keep(
      Likeness likeness,
      Map<Integer, SharingDecision> byBit,
      Set<Integer> asked,
      @Nullable Row known,
      LocalDate day,
      long sweptBefore) {
    String terms = summary(byBit);
    boolean same = known != null && known.terms().equals(terms);
    long swept = known == null ? sweptBefore : same ? known.swept() : -1;
    Decided decided = new Decided(likeness, byBit, asked, swept);
    if (known == null || !same || !known.decided().equals(day)) {
      jdbc.update(
          """
          insert into sharing.mask (likeness, mask, decided, terms, swept) values (?, ?, ?, ?, ?)
          on conflict (likeness) do update set mask = excluded.mask, decided = excluded.decided,
            terms = excluded.terms, swept = excluded.swept
          """,
          likeness.id(),
          decided.mask(),
          day,
          terms,
          decided.swept());
    }
    return decided;
  }

  /// Everything that a sweep depends on, as text: who is allowed which parts, and why others are
  /// not.
  private static String summary(Map<Integer, SharingDecision> byBit) {
    return byBit.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey() + ":" + text(e.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String text(SharingDecision decision) {
    return switch (decision) {
      case Allowed(var variant) -> "+" + variant.code();
      case SharingDecision.Refused refused -> "-";
    };
  }

  private Map<Integer, Row> known() {
    Map<Integer, Row> known = new HashMap<>();
    jdbc.query(
        "select likeness, decided, terms, swept from sharing.mask",
        row -> {
          known.put(
              row.getInt(1),
              new Row(row.getObject(2, LocalDate.class), row.getString(3), row.getLong(4)));
        });
    return known;
  }
}
