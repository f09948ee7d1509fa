package org.tripoint.node.exchange.stix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.stix.FrozenObject.Rests;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.RecordId;

/// The next lines of one audience as entries and objects.
///
/// What comes out follows from the lines of this audience and the versions that they name; it does
/// not matter how many lines are taken in one turn. A line whose content is gone already takes the
/// same moments as it would have taken before.
final class FreezeTurn {

  /// One entry to be written.
  ///
  /// @param given what became of it since; null for what calls an object back
  /// @param why reason of a recall, or null
  /// @param line moment of the line it stands for; null for objects that others refer to and for
  ///   those that stand beside one of ours, which only programs of other makers read
  record NewEntry(
      long added,
      String object,
      long modified,
      String type,
      @Nullable GivenEntry given,
      @Nullable RecallReason why,
      @Nullable Long line) {}

  private final MakeObjects make;
  private final KnownObjects known;
  private final Map<RecordId, RecordEntries> records;
  private final Set<String> references;
  private final Map<Long, RecordVersion> versions;
  private final Map<Line, VersionHeader> withdrawals;
  private final Map<RecordId, Origin> origins;
  private final List<FrozenObject> objects = new ArrayList<>();
  private final List<NewEntry> entries = new ArrayList<>();
  private final Set<Long> erased = new HashSet<>();
  private long last;

  /// @param start what was known before the turn
  FreezeTurn(MakeObjects make, Start start) {
    this.make = make;
    this.known = start.known();
    this.records = new HashMap<>(start.records());
    this.references = new HashSet<>(start.references());
    this.versions = start.versions();
    this.withdrawals = start.withdrawals();
    this.origins = start.origins();
    this.last = start.last();
  }

  /// What a turn starts from.
  ///
  /// @param last the last moment that was taken in the audience
  /// @param known objects of the records, of whichever audience
  /// @param records what the audience was given of them
  /// @param references objects for others to refer to that the audience has
  /// @param versions versions that the lines name, by place
  /// @param withdrawals by lines that call back what was withdrawn: the version that says so
  /// @param origins whose records of partners are
  record Start(
      long last,
      KnownObjects known,
      Map<RecordId, RecordEntries> records,
      Set<String> references,
      Map<Long, RecordVersion> versions,
      Map<Line, VersionHeader> withdrawals,
      Map<RecordId, Origin> origins) {}

  void take(Line line) {
    if (!make.knows(version(line).header())) {
      return;
    }
    switch (line.action()) {
      case GIVEN -> give(line);
      case RECALLED -> recall(line);
    }
    entriesOf(line).placeVersions();
  }

  private RecordEntries entriesOf(Line line) {
    return records.computeIfAbsent(line.record(), record -> new RecordEntries());
  }

  private RecordVersion version(Line line) {
    RecordVersion version = versions.get(line.sequence());
    if (version == null) {
      throw new IllegalStateException("expected a version at " + line.sequence());
    }
    return version;
  }

  private void give(Line line) {
    RecordVersion version = version(line);
    VersionHeader header = version.header();
    Variant variant = line.variant();
    RecordEntries had = entriesOf(line);
    String id = ObjectIds.of(make.form(header), line.record(), variant, had.life());
    long modified = known.modified(id, header.sequence(), received(header));
    if (had.hasLive(id, modified)) {
      return;
    }
    for (List<GivenEntry> other : had.listOthers(id)) {
      callBack(other, RecallReason.REPLACED, line);
    }
    make.references(header, variant).forEach(reference -> refer(reference, line));
    long start = Math.max(last + 1, line.dateAdded());
    make.shared(version, variant).forEach(reference -> refer(reference, line));
    last = Math.max(last, start + make.momentsBefore(header) - 1);
    FrozenObject object = make.of(version, variant, id, modified, origins.get(line.record()));
    objects.add(object);
    GivenEntry given = enter(object, line);
    if (object.bytes() == null) {
      given.callBack(given.added);
    } else {
      giveBeside(line, version, id);
    }
    last = Math.max(last, start + make.moments(header) - 1);
  }

  private void refer(FrozenObject reference, Line line) {
    if (references.add(reference.id())) {
      objects.add(reference);
      entries.add(
          new NewEntry(
              next(line),
              reference.id(),
              reference.modified(),
              reference.type(),
              new GivenEntry(0, reference.id(), 0, "", -1, 0, false, null).stored(true, null, null),
              null,
              null));
    }
  }

  /// Standard objects beside the one that is given, and an end to the findings of other versions.
  private void giveBeside(Line line, RecordVersion version, String owner) {
    VersionHeader header = version.header();
    List<StandardObjects.Made> all = new ArrayList<>(make.beside(version, line.variant(), owner));
    Set<Beside> now = all.stream().map(StandardObjects.Made::beside).collect(Collectors.toSet());
    for (Beside finding : entriesOf(line).findings(owner)) {
      if (!now.contains(finding)) {
        all.add(MakeObjects.notFound(finding));
      }
    }
    for (StandardObjects.Made made : all) {
      String id = made.beside().id();
      FrozenObject object =
          make.of(
              header,
              line.variant(),
              made,
              known.modified(id, header.sequence(), received(header)));
      objects.add(object);
      enter(object, line);
    }
  }

  /// When this node received it; never before the record was made.
  private static long received(VersionHeader header) {
    return Math.max(
        Stix.micros(header.received()), Stix.micros(ObjectIds.created(header.record())));
  }

  private GivenEntry enter(FrozenObject object, Line line) {
    Rests rests = object.rests();
    if (rests == null) {
      throw new IllegalStateException("expected an object of a record");
    }
    GivenEntry given = new GivenEntry(next(line), object, rests);
    entriesOf(line).add(given);
    entries.add(
        new NewEntry(
            given.added,
            object.id(),
            object.modified(),
            object.type(),
            given,
            null,
            rests.beside() == null ? line.dateAdded() : null));
    return given;
  }

  /// A recall takes the version it names and those before it, in whichever variant.
  private void recall(Line line) {
    RecallReason why = line.why() == null ? RecallReason.NARROWED : line.why();
    RecordEntries had = entriesOf(line);
    List<List<GivenEntry>> held = had.listHeld(line.sequence());
    if (held.isEmpty()) {
      callBackUnseen(line, why, had.life());
    }
    for (List<GivenEntry> versionsOfObject : held) {
      callBack(versionsOfObject, why, line);
    }
    switch (why) {
      case ERASED -> erased.add(line.sequence());
      case WITHDRAWN -> end(line, had);
      case NARROWED, EXPIRED, AGREEMENT_ENDED, REPLACED -> {}
    }
  }

  private void callBack(List<GivenEntry> versionsOfObject, RecallReason why, Line line) {
    GivenEntry newest = versionsOfObject.getLast();
    long at = next(line);
    versionsOfObject.forEach(entry -> entry.callBack(at));
    entriesOf(line).listBeside(newest.object, newest.sequence).forEach(entry -> entry.callBack(at));
    entries.add(
        new NewEntry(at, newest.object, newest.modified, newest.type, null, why, line.dateAdded()));
  }

  /// What is called back and was never entered, such as what came back after it was taken back.
  private void callBackUnseen(Line line, RecallReason why, int life) {
    VersionHeader header = version(line).header();
    KindForm form = make.form(header);
    String id = ObjectIds.of(form, line.record(), line.variant(), life);
    long modified = known.modified(id, header.sequence(), received(header));
    Rests rests = new Rests(line.record(), header.sequence(), line.variant().code(), false, null);
    objects.add(new FrozenObject(id, modified, form.type(), null, rests));
    entries.add(new NewEntry(next(line), id, modified, form.type(), null, why, line.dateAdded()));
  }

  /// A record that its originator took back ends for everybody: that can be told to all programs.
  private void end(Line line, RecordEntries had) {
    VersionHeader withdrawal = withdrawals.get(line);
    if (withdrawal == null) {
      return;
    }
    long end = Math.max(last + 1, line.dateAdded()) + make.moments(version(line).header()) - 1;
    for (List<GivenEntry> object : had.listNotEnded()) {
      GivenEntry newest = object.getLast();
      long modified =
          known.modified(
              newest.object,
              withdrawal.sequence(),
              Math.max(received(withdrawal), newest.modified + 1));
      FrozenObject tombstone =
          make.tombstone(version(line).header(), newest, withdrawal.sequence(), modified);
      objects.add(tombstone);
      enter(tombstone, line);
    }
    last = Math.max(last, end);
  }

  private long next(Line line) {
    last = Math.max(last + 1, line.dateAdded());
    return last;
  }

  long last() {
    return last;
  }

  List<FrozenObject> objects() {
    return objects;
  }

  List<NewEntry> entries() {
    return entries;
  }

  /// Places of versions whose objects lose their content.
  Set<Long> erased() {
    return erased;
  }

  /// Entries of earlier turns that something happened to.
  List<GivenEntry> changed() {
    return records.values().stream()
        .flatMap(record -> record.all().stream())
        .filter(GivenEntry::isChanged)
        .toList();
  }
}
