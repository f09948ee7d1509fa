package org.tripoint.node.exchange.journal;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;

/// Parcels to share, and a reader of objects that dies when a test says so.
final class Parcels implements ReadObjects {

  static final Kind<Parcel> PARCEL = Kind.of("parcel", 1, Parcel.class);

  private final ReadObjects objects;
  private int failAfter = -1;
  private boolean knows = true;

  record Parcel(String what, @InPart(Part.NOMINAL) @Nullable String sender) {}

  /// The process was killed here.
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Parcels(ReadObjects objects) {
    this.objects = objects;
  }

  /// Dies at the object after so many; never, when negative.
  void failAfter(int count) {
    failAfter = count;
  }

  /// Whether this version of the program knows the kind.
  void know(boolean known) {
    knows = known;
  }

  @Override
  public Received read(byte[] json) {
    if (failAfter >= 0 && failAfter-- == 0) {
      throw new Died();
    }
    Received read = objects.read(json);
    return !knows && read instanceof Known<?> known
        ? new Other(known.id(), "tripoint-parcel", known.modified())
        : read;
  }
}
