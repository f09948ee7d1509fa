package org.tripoint.node.desks.liaison;

import java.time.ZoneId;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.RecordId;

/// An officer who works here today, with the audience whose records are theirs to read.
///
/// @param id the posting
public record Posted(RecordId id, LiaisonPosting posting, SharedAudience audience) {

  ZoneId home() {
    return ZoneId.of(posting.zone());
  }
}
