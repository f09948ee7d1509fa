package org.tripoint.node.sharing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.vocabulary.Part;

/// How much of a record an audience has. Two variants of one version are two things to a receiver:
/// they never share an id.
///
/// @param parts the open part and any others
/// @param naming whether the source is named
public record Variant(Set<Part> parts, Naming naming) {
  private static final int PROTECTED = 1 << 7;

  public Variant {
    EnumSet<Part> copy = EnumSet.noneOf(Part.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
    if (!parts.contains(Part.OPEN)) {
      throw new IllegalArgumentException("expected the open part, found " + parts);
    }
  }

  /// True when this one tells nothing that the other does not.
  public boolean isWithin(Variant other) {
    return other.parts.containsAll(parts)
        && (naming == Naming.SOURCE_PROTECTED || other.naming == Naming.SOURCE_NAMED);
  }

  /// As a number, for databases and whatever must tell variants apart: never another's.
  public int code() {
    int code = naming == Naming.SOURCE_PROTECTED ? PROTECTED : 0;
    for (Part part : parts) {
      code |= bit(part);
    }
    return code;
  }

  private static int bit(Part part) {
    return switch (part) {
      case OPEN -> 1;
      case NOMINAL -> 1 << 1;
      case HEALTH -> 1 << 2;
    };
  }

  static Variant of(int code) {
    EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if ((code & bit(part)) != 0) {
        parts.add(part);
      }
    }
    return new Variant(
        parts, (code & PROTECTED) == 0 ? Naming.SOURCE_NAMED : Naming.SOURCE_PROTECTED);
  }
}
