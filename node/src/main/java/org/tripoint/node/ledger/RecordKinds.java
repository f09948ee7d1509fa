package org.tripoint.node.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.StatedByNode;

/// The kinds of record that this node knows: those of the ledger and all that desks declare as
/// beans.
@Component
public class RecordKinds {
  private static final List<Kind<?>> OWN =
      List.of(ReleaseContent.KIND, ReleaseConfirmation.KIND, PurgeRecord.KIND);

  private final ObjectProvider<Kind<?>> declared;

  /// Looking beans up takes longer than reading an object: it is done once.
  private volatile @Nullable Known known;

  RecordKinds(ObjectProvider<Kind<?>> declared) {
    this.declared = declared;
  }

  /// All kinds by name.
  ///
  /// @throws IllegalStateException if two have the same name, or a content type holds what
  ///   canonical JSON does not
  public List<Kind<?>> list() {
    return known().all();
  }

  /// @param fromOutside see [#listFromOutside]
  /// @param fromPeople see [#listFromPeople]
  private record Known(
      List<Kind<?>> all,
      Map<String, Kind<?>> byName,
      List<Kind<?>> fromOutside,
      List<Kind<?>> fromPeople) {}

  private Known known() {
    Known before = known;
    if (before != null) {
      return before;
    }
    Known read = read();
    known = read;
    return read;
  }

  private Known read() {
    Map<String, Kind<?>> all = new TreeMap<>();
    OWN.forEach(kind -> all.put(kind.name(), kind));
    declared.forEach(kind -> {
      Kind<?> other = all.put(kind.name(), kind);
      if (other != null && !other.equals(kind)) {
        throw new IllegalStateException("expected one kind " + kind.name());
      }
      ContentCodec.of(kind.contentType());
    });
    List<Kind<?>> fromOutside =
        all.values().stream()
            .filter(kind -> !OWN.contains(kind))
            .filter(kind -> !kind.contentType().isAnnotationPresent(MadeHere.class))
            .toList();
    List<Kind<?>> fromPeople =
        fromOutside.stream()
            .filter(kind -> !kind.contentType().isAnnotationPresent(StatedByNode.class))
            .toList();
    return new Known(List.copyOf(all.values()), Map.copyOf(all), fromOutside, fromPeople);
  }

  /// The kind with this name; versions of unknown kinds stay readable as canonical JSON.
  public Optional<Kind<?>> find(String name) {
    return Optional.ofNullable(known().byName().get(name));
  }

  /// Kinds whose records come from outside: neither the ledger's own nor what is made here.
  public List<Kind<?>> listFromOutside() {
    return known().fromOutside();
  }

  /// Those of them that a file or a program may send: not what a node says in its own name.
  public List<Kind<?>> listFromPeople() {
    return known().fromPeople();
  }

  /// Reads content from one JSON object, as a partner or an agency sends it: all components by
  /// name, quantities as text, unknown members refused.
  ///
  /// @throws IllegalArgumentException saying what was expected
  public <C extends Record> C parse(Kind<C> kind, String json) {
    return ContentCodec.of(kind.contentType()).parse(json);
  }

  /// The content as one canonical JSON object.
  public <C extends Record> String write(Kind<C> kind, C content) {
    return ContentCodec.of(kind.contentType()).write(content);
  }
}
