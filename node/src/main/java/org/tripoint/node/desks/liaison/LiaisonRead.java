package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `liaison-read`: what an officer of a partner was shown on this node. Both
/// countries hold it.
///
/// @param officer the officer's posting
/// @param fullName the officer, or null where names did not travel
/// @param country whose officer it is
/// @param agency the officer's
/// @param page what was opened
/// @param rule the rule under which, or null
/// @param request number of the request under which; "" for none
/// @param records records shown, by their ids on the node where they were read
@StatedByNode
public record LiaisonRead(
    RecordId officer,
    @InPart(Part.NOMINAL) @Nullable String fullName,
    Country country,
    String agency,
    Instant at,
    Page page,
    @Nullable RecordId rule,
    String request,
    List<RecordId> records)
    implements Filed {

  public static final Kind<LiaisonRead> KIND = Kind.of("liaison-read", 1, LiaisonRead.class);

  public LiaisonRead {
    records = List.copyOf(records);
  }

  /// What was opened.
  public enum Page {
    SINCE_LAST_SHIFT,
    RULE,
    RECORD,
    REQUEST
  }

  @Override
  public String filedUnder() {
    return officer.toString();
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}
