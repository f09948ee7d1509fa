package org.tripoint.scenario;

/// Who may have a record, as its file says: the columns of a marking.
///
/// @param tlp empty where the record stays with its originator
/// @param releasableTo country codes, divided by blanks
/// @param protectedSource true when the source is not to be named
/// @param verify true when the originator must be asked before anybody acts on it
record Caveats(String tlp, String releasableTo, boolean protectedSource, boolean verify) {

  static final Caveats NONE = new Caveats("", "", false, false);

  /// Precursors, equipment and joint seizures go to both neighbours; of the rest one in eight goes
  /// to one of them, some of these without naming their source.
  static Caveats of(long seed, Agency agency, SeizureEvent event) {
    Chance chance = Chance.of(seed, "caveats/" + event.id());
    String others = "CA MX US".replace(agency.country(), "").strip().replace("  ", " ");
    String kind = event.items().getFirst().kind();
    if (event.joint() || kind.equals("PRECURSOR") || kind.equals("EQUIPMENT")) {
      return new Caveats("AMBER", others, false, chance.happens(0.2));
    }
    if (!chance.happens(0.125)) {
      return NONE;
    }
    String one = chance.any(others.split(" ", -1));
    return new Caveats("AMBER", one, chance.happens(0.15), chance.happens(0.3));
  }

  /// The cells of its columns. Others may make figures of what they are given, but of what has a
  /// protected source they have to ask.
  String[] cells() {
    return tlp.isEmpty()
        ? new String[] {"", "", "", "", ""}
        : new String[] {
          tlp,
          releasableTo,
          Boolean.toString(protectedSource),
          Boolean.toString(verify),
          protectedSource ? "ASK" : "ALLOWED"
        };
  }
}
