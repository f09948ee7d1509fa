package org.tripoint.node.desks.laboratory.spectra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;

/// In one word what a spectrum is searched in and weighed by: another as soon as a library came or
/// went, a substance of the registry did, or the node has another calibration.
final class SearchedState {

  private SearchedState() {}

  static String of(List<Library> libraries, Registry registry, String calibration) {
    MessageDigest digest = sha256();
    digest.update((calibration + "\n").getBytes(StandardCharsets.UTF_8));
    for (Library one : libraries) {
      digest.update(
          (one.record() + " " + one.content().sha256() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (Substance one : registry.substances()) {
      digest.update(
          (one.id() + " " + one.inchiKey() + " " + one.family() + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256", e);
    }
  }
}
