package org.tripoint.node.exchange.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.RestorePlan.Step;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Does again in the ledger what a backup did not have: under the same source and key, with the
/// original instants, so that an import of the same files finds it there.
@Component
class DoAgain {

  private static final String LAWFUL = "erased before this node was restored from a backup";

  private final JdbcTemplate jdbc;
  private final AppendRecords ledger;
  private final ReadLedger versions;
  private final PurgeContent purge;
  private final RecordKinds kinds;
  private final ReadShared shared;
  private final KeepAgreements agreements;

  DoAgain(
      JdbcTemplate jdbc,
      AppendRecords ledger,
      ReadLedger versions,
      PurgeContent purge,
      RecordKinds kinds,
      ReadShared shared,
      KeepAgreements agreements) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.versions = versions;
    this.purge = purge;
    this.kinds = kinds;
    this.shared = shared;
    this.agreements = agreements;
  }

  void all(Partner partner, List<Step> steps, String actor) {
    Set<String> ended = new HashSet<>();
    for (Step step : steps) {
      if (isOfAnother(step)) {
        continue;
      }
      switch (step) {
        case Step.Append append -> append(append.note(), append.known(), actor);
        case Step.Withdraw withdraw -> withdraw(withdraw, partner, actor);
        case Step.Erase erase -> erase(erase, actor);
        case Step.Narrow narrow -> narrow(narrow, partner, actor);
        case Step.EndAudience end -> ended.add(end.audience());
        case Step.ByHand _ -> {
          // The page names it, for people.
        }
      }
    }
    end(partner, ended, actor);
  }

  /// What another partner gave comes back from that partner, and goes as it says.
  private boolean isOfAnother(Step step) {
    return switch (step) {
      case Step.Append append -> PartnerSource.partnerOf(append.note().source()) != null;
      case Step.Withdraw withdraw -> isOfAnother(withdraw.record());
      case Step.Erase erase -> isOfAnother(erase.record());
      case Step.Narrow narrow -> isOfAnother(narrow.record());
      case Step.EndAudience _, Step.ByHand _ -> false;
    };
  }

  private boolean isOfAnother(UUID record) {
    return versions.listVersions(here(record)).stream()
        .anyMatch(version -> PartnerSource.partnerOf(version.header().source()) != null);
  }

  private <C extends Record> void append(OwnNote note, Known<C> known, String actor) {
    Optional<RecordVersion> here = current(note.uuid());
    C before = here.flatMap(version -> version.content(known.kind())).orElse(null);
    String source = here.map(version -> version.header().source()).orElse(note.source());
    String key = here.flatMap(RecordVersion::key).orElse(note.key());
    Entry entry = new Entry.Put<>(known.kind(), key, joined(known, before), known.marking(), null);
    Outcome outcome =
        ledger
            .appendWhatCanBeKept(new Batch(source, null, known.published(), actor, List.of(entry)))
            .outcomes()
            .getFirst();
    if (!(outcome instanceof Outcome.Refused)) {
      remember(note.uuid(), outcome.requireRecord().value());
    }
  }

  private void remember(UUID former, UUID record) {
    if (!former.equals(record)) {
      jdbc.update(
          """
          insert into exchange.recovered (former, record) values (?, ?)
          on conflict (former) do update set record = excluded.record
          """,
          former,
          record);
    }
  }

  /// The record here that once had this id.
  RecordId here(UUID former) {
    return jdbc
        .queryForList("select record from exchange.recovered where former = ?", UUID.class, former)
        .stream()
        .findFirst()
        .map(RecordId::new)
        .orElseGet(() -> new RecordId(former));
  }

  private Optional<RecordVersion> current(UUID former) {
    return versions
        .findCurrent(here(former))
        .filter(version -> version.isHeld() && version.emptied().isEmpty());
  }

  /// What the partner was told of lies behind everything that came later, of which it may not know:
  /// so a step back has the instant of the version that it takes back, and what another partner
  /// gives back stands whichever of the two comes first.
  private void withdraw(Step.Withdraw step, Partner partner, String actor) {
    toldTo(partner, step.record())
        .ifPresent(version ->
            put(
                version,
                new Entry.Withdraw(
                    kind(version), key(version), "withdrawn before the node was restored"),
                actor));
  }

  private void narrow(Step.Narrow step, Partner partner, String actor) {
    toldTo(partner, step.record())
        .ifPresent(version -> put(version, narrowed(version, kind(version), partner), actor));
  }

  /// The record as it stands, if that is what the partner was told: a version that may not go to
  /// the partner is a later one.
  private Optional<RecordVersion> toldTo(Partner partner, UUID record) {
    return current(record)
        .filter(version ->
            version.header().marking().releasableToCountries().contains(country(partner)));
  }

  private static Country country(Partner partner) {
    return partner.introduction().country();
  }

  private static <C extends Record> Entry narrowed(
      RecordVersion version, Kind<C> kind, Partner partner) {
    Marking marking = version.header().marking().withoutCountry(country(partner));
    return new Entry.Put<>(kind, key(version), version.content(kind).orElseThrow(), marking, null);
  }

  private void put(RecordVersion version, Entry entry, String actor) {
    ledger.append(
        new Batch(
            version.header().source(),
            null,
            version.header().published().plus(1, ChronoUnit.MICROS),
            actor,
            List.of(entry)));
  }

  private void erase(Step.Erase step, String actor) {
    List<Long> filled =
        versions.listVersions(here(step.record())).stream()
            .filter(version -> version.isHeld() && version.emptied().isEmpty())
            .map(version -> version.header().sequence())
            .toList();
    if (!filled.isEmpty()) {
      purge.purge(filled, PurgeBasis.LAWFUL_ERASURE, LAWFUL, actor);
    }
  }

  private Kind<?> kind(RecordVersion version) {
    return kinds
        .find(version.header().kind())
        .orElseThrow(() ->
            new IllegalStateException("expected a kind that is known: " + version.header().kind()));
  }

  private static String key(RecordVersion version) {
    return version
        .key()
        .orElseThrow(() -> new IllegalStateException("expected a version that was not emptied"));
  }

  private void end(Partner partner, Set<String> audiences, String actor) {
    List<SharedAudience> today =
        shared.listAudiences().stream()
            .filter(one -> one.partner().equals(partner.name()) && !one.ended())
            .toList();
    List<SharedAudience> left =
        today.stream().filter(one -> !audiences.contains(one.name())).toList();
    if (left.size() < today.size()) {
      agreements.keep(
          new PartnerAgreement(
              partner.name(),
              partner.introduction().authority(),
              partner.introduction().country(),
              left.stream().map(SharedAudience::basis).distinct().toList(),
              left.stream()
                  .map(one ->
                      new PartnerAgreement.Audience(
                          one.name(), one.agencies(), one.purpose(), one.basis().id()))
                  .toList()),
          actor);
    }
  }

  /// What was given, and in the parts that were not given what stands here.
  static <C extends Record> C joined(Known<C> known, @Nullable C here) {
    if (here == null || known.given().containsAll(List.of(Part.values()))) {
      return known.content();
    }
    try {
      RecordComponent[] components = known.kind().contentType().getRecordComponents();
      @Nullable Object[] values = new @Nullable Object[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        InPart in = components[i].getAnnotation(InPart.class);
        boolean given = known.given().contains(in == null ? Part.OPEN : in.value());
        var accessor = components[i].getAccessor();
        accessor.setAccessible(true);
        values[i] = accessor.invoke(given ? known.content() : here);
        types[i] = components[i].getType();
      }
      var constructor = known.kind().contentType().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("expected a record that can be made again", e);
    }
  }
}
