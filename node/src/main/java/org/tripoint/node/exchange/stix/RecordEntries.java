package org.tripoint.node.exchange.stix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All that one audience was ever given of one record.
final class RecordEntries {
  private static final Comparator<GivenEntry> BY_OBJECT =
      Comparator.<GivenEntry>comparingInt(entry -> entry.variant)
          .thenComparing(entry -> entry.beside == null ? "" : entry.beside.role())
          .thenComparing(entry -> entry.object)
          .thenComparingLong(entry -> entry.modified);

  private final List<GivenEntry> entries = new ArrayList<>();

  void add(GivenEntry entry) {
    entries.add(entry);
  }

  List<GivenEntry> all() {
    return List.copyOf(entries);
  }

  /// How often the audience was told that the record was taken back.
  int life() {
    return (int)
        entries.stream()
            .filter(entry -> entry.revoked && entry.beside == null)
            .map(e -> e.sequence)
            .distinct()
            .count();
  }

  boolean hasLive(String object, long modified) {
    return entries.stream()
        .anyMatch(e -> e.isLive() && e.modified == modified && e.object.equals(object));
  }

  /// Entries to call back, the newest of each object last, one list for each object.
  ///
  /// @param upTo place in the ledger of the last version that goes
  List<List<GivenEntry>> listHeld(long upTo) {
    return byObject(
        e -> e.beside == null && !e.revoked && e.isNotCalledBack() && e.sequence <= upTo);
  }

  /// Live entries of other objects of the record.
  List<List<GivenEntry>> listOthers(String object) {
    return byObject(e -> e.beside == null && !e.revoked && e.isLive() && !e.object.equals(object));
  }

  /// Live entries of standard objects beside an object, of its versions up to one.
  List<GivenEntry> listBeside(String owner, long upTo) {
    return entries.stream()
        .filter(e -> isBeside(e, owner) && !e.revoked && e.isLive() && e.sequence <= upTo)
        .toList();
  }

  /// Findings that stood beside an object in any version.
  Set<Beside> findings(String owner) {
    return entries.stream()
        .filter(e -> isBeside(e, owner))
        .map(e -> e.beside)
        .filter(beside -> beside != null && beside.isFinding())
        .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Beside::role))));
  }

  private static boolean isBeside(GivenEntry entry, String owner) {
    return entry.beside != null && entry.beside.owner().equals(owner);
  }

  /// Objects that the audience was given and has not been told to be over.
  List<List<GivenEntry>> listNotEnded() {
    Set<String> ended =
        entries.stream().filter(e -> e.revoked).map(e -> e.object).collect(Collectors.toSet());
    return byObject(e -> !ended.contains(e.object));
  }

  private List<List<GivenEntry>> byObject(java.util.function.Predicate<GivenEntry> which) {
    Map<String, List<GivenEntry>> found = new LinkedHashMap<>();
    entries.stream()
        .filter(which)
        .sorted(BY_OBJECT)
        .forEach(e -> found.computeIfAbsent(e.object, object -> new ArrayList<>()).add(e));
    return List.copyOf(found.values());
  }

  /// Tells the live versions of each object which is the first and what came after each.
  void placeVersions() {
    Map<String, TreeMap<Long, GivenEntry>> live = new LinkedHashMap<>();
    for (GivenEntry entry : entries) {
      if (entry.isLive()) {
        live.computeIfAbsent(entry.object, object -> new TreeMap<>()).put(entry.modified, entry);
      }
    }
    live.values()
        .forEach(versions -> {
          for (GivenEntry entry : versions.values()) {
            Map.@Nullable Entry<Long, GivenEntry> next = versions.higherEntry(entry.modified);
            entry.place(
                versions.firstKey() == entry.modified,
                next == null ? null : Long.valueOf(next.getValue().added));
          }
        });
  }
}
