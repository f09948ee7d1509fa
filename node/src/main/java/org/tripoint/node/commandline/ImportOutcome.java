package org.tripoint.node.commandline;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// Where an import of the node stands, as the command line reads it.
///
/// @param already the same bytes were imported before
record ImportOutcome(
    Path file,
    String id,
    String state,
    long rows,
    long appended,
    long unchanged,
    long quarantined,
    long notRecognised,
    long noLongerPublished,
    long readBytes,
    long totalBytes,
    long totalRows,
    boolean already,
    String message,
    double seconds) {

  static ImportOutcome of(Path file, String id, JsonNode json, double seconds) {
    return new ImportOutcome(
        file,
        id,
        json.path("state").asString("?"),
        json.path("rows").asLong(0),
        json.path("appended").asLong(0),
        json.path("unchanged").asLong(0),
        json.path("quarantined").asLong(0),
        json.path("notRecognised").asLong(0),
        json.path("noLongerPublished").asLong(0),
        json.path("bytesRead").asLong(0),
        json.path("bytes").asLong(0),
        json.path("rowsTotal").asLong(0),
        json.path("sameAs").isNumber(),
        json.path("message").asString(""),
        seconds);
  }

  /// Handed over just now.
  static ImportOutcome received(Path file, String id) {
    return new ImportOutcome(file, id, "RECEIVED", 0, 0, 0, 0, 0, 0, 0, 0, 0, false, "", 0);
  }

  /// Something else than a release, all of it in.
  static ImportOutcome handed(Path file, HandIn.Handed handed, double seconds) {
    return new ImportOutcome(
        file,
        "",
        "DONE",
        handed.rows(),
        handed.appended(),
        handed.rows() - Math.min(handed.rows(), handed.appended()),
        0,
        0,
        0,
        0,
        0,
        handed.rows(),
        false,
        "",
        seconds);
  }

  static ImportOutcome failed(Path file, String why, double seconds) {
    return new ImportOutcome(file, "", "FAILED", 0, 0, 0, 0, 0, 0, 0, 0, 0, false, why, seconds);
  }

  /// Nothing more happens without a person.
  boolean settled(boolean preview) {
    return switch (state) {
      case "DONE", "REFUSED", "FAILED", "NEEDS_ANSWER" -> true;
      case "CHECKED" -> preview;
      default -> false;
    };
  }

  /// It has been looked at, and its rows go into the ledger.
  boolean isAppending() {
    return state.equals("APPENDING");
  }

  boolean done(boolean preview) {
    return state.equals("DONE") || (preview && state.equals("CHECKED"));
  }

  long rowsPerSecond() {
    return Math.round(rows / Math.max(seconds, 0.001));
  }

  /// How much of the present stage is done: of the check by bytes, of the appending by rows.
  int percentDone() {
    long done = isAppending() ? rows : readBytes;
    long all = isAppending() ? totalRows : totalBytes;
    return all == 0 ? 0 : (int) Math.min(100, done * 100 / all);
  }
}
