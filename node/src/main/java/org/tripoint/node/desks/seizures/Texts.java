package org.tripoint.node.desks.seizures;

/// Limits on the texts of this desk's records.
final class Texts {

  private Texts() {}

  /// @throws IllegalArgumentException if the text is shorter or longer
  static void require(String what, String text, int shortest, int longest) {
    if (text.length() < shortest || text.length() > longest) {
      throw new IllegalArgumentException(
          "expected %s of %d to %d characters, found %d"
              .formatted(what, shortest, longest, text.length()));
    }
  }
}
