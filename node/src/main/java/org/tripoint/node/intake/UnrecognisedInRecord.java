package org.tripoint.node.intake;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// What a record of a message names that nothing here recognises: substances and places, wherever
/// in its content they stand. It is kept as reported, as a file's is.
@Component
class UnrecognisedInRecord {

  private final ReadSubstances substances;
  private final ObjectProvider<RecognisePlaces> places;

  UnrecognisedInRecord(ReadSubstances substances, ObjectProvider<RecognisePlaces> places) {
    this.substances = substances;
    this.places = places;
  }

  /// A name that nothing recognises.
  ///
  /// @param pointer where in the content, RFC 6901, by the names of the kind's members
  /// @param text the name or code
  record Unrecognised(String pointer, String text) {}

  List<Unrecognised> find(Record content) {
    var found = new ArrayList<Unrecognised>();
    look(content, "", found);
    return List.copyOf(found);
  }

  private void look(@Nullable Object value, String at, List<Unrecognised> found) {
    switch (value) {
      case SubstanceId.AsReported reported when !substances.isKnown(reported) ->
          found.add(new Unrecognised(at, reported.text()));
      case Place place when places.stream().anyMatch(one -> !one.isKnown(place)) ->
          found.add(new Unrecognised(at, place.code()));
      case Record content -> {
        for (RecordComponent component : content.getClass().getRecordComponents()) {
          look(valueOf(component, content), at + "/" + component.getName(), found);
        }
      }
      case List<?> items -> {
        for (int i = 0; i < items.size(); i++) {
          look(items.get(i), at + "/" + i, found);
        }
      }
      case Map<?, ?> members ->
          members.forEach((name, member) -> look(member, at + "/" + name, found));
      case null, default -> {}
    }
  }

  private static @Nullable Object valueOf(RecordComponent component, Record content) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(content);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("expected a readable record, found " + component, e);
    }
  }
}
