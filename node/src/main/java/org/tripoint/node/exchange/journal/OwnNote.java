package org.tripoint.node.exchange.journal;

import java.util.UUID;
import org.tripoint.vocabulary.Kind;

/// What a node seals for itself into what it gives: which record it came from. A partner that gives
/// it back lets a node that was restored from a backup put the record where it was.
///
/// @param record id of the record
/// @param source its source
/// @param key the source's key for it
record OwnNote(String record, String source, String key) {
  static final Kind<OwnNote> FORM = Kind.of("own-note", 1, OwnNote.class);

  UUID uuid() {
    return UUID.fromString(record);
  }
}
