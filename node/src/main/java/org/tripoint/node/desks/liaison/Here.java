package org.tripoint.node.desks.liaison;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// This node among its partners: its country and time, who the others are, and how what this desk
/// makes is marked and appended.
@Component
class Here {

  static final String SOURCE = "liaison";

  private final AppendRecords ledger;
  private final ReadShared shared;
  private final Clock clock;
  private final ZoneId zone;
  private final Country country;

  Here(
      AppendRecords ledger,
      ReadShared shared,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone,
      @Value("${tripoint.node.country}") String country) {
    this.ledger = ledger;
    this.shared = shared;
    this.clock = clock;
    this.zone = zone;
    this.country = Country.of(country);
  }

  Country country() {
    return country;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return dayOf(now());
  }

  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  ZoneId zone() {
    return zone;
  }

  /// Audiences that may be given things by agreement today.
  List<SharedAudience> audiences() {
    return shared.listAudiences().stream()
        .filter(one -> !one.ended() && !one.isExceptional())
        .toList();
  }

  Optional<SharedAudience> audience(String partner, String name) {
    return audiences().stream()
        .filter(one -> one.partner().equals(partner) && one.name().equals(name))
        .findFirst();
  }

  /// Countries of all partners there ever were, by their short names.
  Map<String, Country> partners() {
    Map<String, Country> partners = new HashMap<>();
    shared.listAudiences().forEach(one -> partners.put(one.partner(), one.country()));
    return partners;
  }

  /// The country whose node made a record; null when that partner is not known.
  @Nullable Country makerOf(@Nullable String origin) {
    return origin == null ? country : partners().get(origin);
  }

  RecordId append(Entry entry, String actor) {
    return ledger
        .append(new Batch(SOURCE, null, now(), actor, List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  /// What two countries hold alike.
  Marking between(Country other, Purpose purpose, boolean originatorControl) {
    return new Marking(
        Tlp.AMBER,
        Set.of(country, other),
        Set.of(),
        originatorControl,
        Permission.ASK,
        Permission.ASK,
        purpose,
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
