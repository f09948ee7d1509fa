package org.tripoint.node.desks.laboratory.spectra;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a steward says about a library. What was not sent is "".
///
/// @param shared `yes` when the licence lets its spectra leave the node, `no` when it does not; ""
///   while nothing was chosen
/// @param synthetic `true` when its spectra were invented
public record LibraryForm(
    String name,
    String version,
    String licence,
    String shared,
    String contributor,
    String source,
    String synthetic) {

  private static final int LONGEST = 300;

  public LibraryForm(
      @Nullable String name,
      @Nullable String version,
      @Nullable String licence,
      @Nullable String shared,
      @Nullable String contributor,
      @Nullable String source,
      @Nullable String synthetic) {
    this.name = plain(name);
    this.version = plain(version);
    this.licence = plain(licence);
    this.shared = plain(shared);
    this.contributor = plain(contributor);
    this.source = plain(source);
    this.synthetic = plain(synthetic);
  }

  static LibraryForm empty() {
    return new LibraryForm("", "", "", "", "", "", "");
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  public boolean isSynthetic() {
    return synthetic.equals("true");
  }

  /// Key of what is wrong with it.
  Optional<String> problem() {
    if (name.length() < 2 || name.length() > LONGEST) {
      return Optional.of("spectra.problem.name");
    }
    if (licence.length() < 2 || licence.length() > LONGEST) {
      return Optional.of("spectra.problem.licence");
    }
    if (!shared.equals("yes") && !shared.equals("no")) {
      return Optional.of("spectra.problem.shared");
    }
    return version.length() > LONGEST || contributor.length() > LONGEST || source.length() > LONGEST
        ? Optional.of("spectra.problem.long")
        : Optional.empty();
  }
}
