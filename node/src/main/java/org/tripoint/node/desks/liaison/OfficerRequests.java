package org.tripoint.node.desks.liaison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.vocabulary.RecordId;

/// Requests that the officers of one audience made on this node; others are none of theirs.
@Component
class OfficerRequests {

  private final ListRequests requests;
  private final PostOfficers officers;

  OfficerRequests(ListRequests requests, PostOfficers officers) {
    this.requests = requests;
    this.officers = officers;
  }

  List<RequestView> listFor(Posted officer) {
    return requests.listOf(colleagues(officer));
  }

  Optional<RequestView> find(Posted officer, String number) {
    return requests
        .find(number)
        .filter(RequestView::forHere)
        .filter(one ->
            one.request().officer() != null
                && colleagues(officer).contains(one.request().officer()));
  }

  private Set<RecordId> colleagues(Posted officer) {
    LiaisonPosting mine = officer.posting();
    return officers.list().stream()
        .filter(one -> one.origin() == null)
        .filter(one -> one.content().partner().equals(mine.partner()))
        .filter(one -> one.content().audience().equals(mine.audience()))
        .map(Kept::record)
        .collect(Collectors.toSet());
  }
}
