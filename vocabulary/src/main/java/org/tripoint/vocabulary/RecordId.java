package org.tripoint.vocabulary;

import java.util.UUID;

/// Names one record in the whole world, over all its versions.
///
/// @param value random enough that nobody can guess it or read anything from it but the day it was
///   made
public record RecordId(UUID value) implements Comparable<RecordId> {

  public static RecordId parse(String text) {
    return new RecordId(UUID.fromString(text));
  }

  @Override
  public int compareTo(RecordId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
