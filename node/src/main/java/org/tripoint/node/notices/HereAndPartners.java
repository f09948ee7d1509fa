package org.tripoint.node.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// This node among its partners: its country and time, who the others are, and how what this room
/// makes is marked and appended.
@Component
class HereAndPartners {

  private static final String SOURCE = "notices";
  private static final Set<Country> ALL =
      Set.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES);

  private final AppendRecords ledger;
  private final ReadShared shared;
  private final Clock clock;
  private final Country country;

  HereAndPartners(
      AppendRecords ledger,
      ReadShared shared,
      Clock clock,
      @Value("${tripoint.node.country}") String country) {
    this.ledger = ledger;
    this.shared = shared;
    this.clock = clock;
    this.country = Country.of(country);
  }

  Country country() {
    return country;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Countries of all partners there ever were, by their short names.
  Map<String, Country> partners() {
    Map<String, Country> partners = new HashMap<>();
    shared.listAudiences().forEach(one -> partners.put(one.partner(), one.country()));
    return partners;
  }

  /// Countries that may be given things by agreement today.
  Set<Country> given() {
    return shared.listAudiences().stream()
        .filter(one -> !one.ended() && !one.isExceptional())
        .map(ReadShared.SharedAudience::country)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// By which rights people may be sent notices: everybody, agencies here, the audiences of
  /// agreements.
  List<MailWay> mailWays() {
    return Stream.concat(
            Stream.of(MailWay.PUBLIC, MailWay.HOME),
            shared.listAudiences().stream()
                .filter(one -> !one.ended() && !one.isExceptional())
                .map(one -> new MailWay(MailWay.Whom.PARTNER, one.partner(), one.name())))
        .toList();
  }

  /// The country whose node made a record; null when that partner is not known.
  static @Nullable Country makerOf(
      @Nullable String origin, Country here, Map<String, Country> partners) {
    return origin == null ? here : partners.get(origin);
  }

  RecordId append(Entry entry, String actor) {
    return ledger
        .append(new Batch(SOURCE, null, now(), actor, List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  /// Keeps a draft, which stays on this node.
  RecordId put(NoticeDraft draft, String by) {
    return append(new Entry.Put<>(NoticeDraft.KIND, draft.number(), draft, own(), null), by);
  }

  /// What all three countries may have under their agreements.
  static Marking forPartners() {
    return new Marking(
        Tlp.AMBER,
        ALL,
        Set.of(),
        false,
        Permission.ASK,
        Permission.ALLOWED,
        Purpose.ANY_LAWFUL,
        null,
        null,
        false,
        SourceGrade.A_RELIABLE,
        InformationGrade.G1_CONFIRMED,
        false);
  }

  /// What stays on this node.
  static Marking own() {
    return Marking.originatorOnly(Purpose.ANY_LAWFUL);
  }
}
