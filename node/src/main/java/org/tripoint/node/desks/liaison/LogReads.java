package org.tripoint.node.desks.liaison;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.RecordId;

/// Makes a record of what an officer is about to be shown. Whoever shows something calls this
/// first: when it fails, nothing is shown.
@Service
class LogReads {

  private final Here here;

  LogReads(Here here) {
    this.here = here;
  }

  /// @param request number of the request under which; "" for none
  RecordId read(
      Posted officer,
      LiaisonRead.Page page,
      @Nullable RecordId rule,
      String request,
      List<RecordId> records) {
    LiaisonPosting posting = officer.posting();
    LiaisonRead read =
        new LiaisonRead(
            officer.id(),
            posting.fullName(),
            posting.country(),
            posting.agency(),
            here.now(),
            page,
            rule,
            request,
            records);
    return here.append(
        new Entry.Put<>(
            LiaisonRead.KIND,
            UUID.randomUUID().toString(),
            read,
            here.between(posting.country(), officer.audience().purpose(), true),
            null),
        posting.account());
  }
}
