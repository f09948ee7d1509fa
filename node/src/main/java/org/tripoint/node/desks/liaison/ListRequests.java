package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.liaison.RequestAnswer.Outcome;
import org.tripoint.node.desks.liaison.RequestView.Answered;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// Requests with what was said to them. A partner's node speaks for its own country only: a request
/// or an answer that it made in another's name counts for nothing.
@Component
class ListRequests {

  static final int MOST = 500;

  private final Entries entries;
  private final Here here;

  ListRequests(Entries entries, Here here) {
    this.entries = entries;
    this.here = here;
  }

  /// Those asked last, the most urgent of the open ones first.
  List<RequestView> list() {
    List<RequestView> views = views(entries.list(RequestForInformation.KIND, MOST));
    return views.stream()
        .sorted(
            Comparator.comparing((RequestView one) -> one.state().isOver())
                .thenComparing(one -> one.state().isOver() ? Instant.MAX : one.request().due())
                .thenComparing(one -> one.request().askedAt(), Comparator.reverseOrder()))
        .toList();
  }

  Optional<RequestView> find(String number) {
    return views(entries.listUnder(RequestForInformation.KIND, number)).stream().findFirst();
  }

  private List<RequestView> views(List<Kept<RequestForInformation>> asked) {
    Map<String, Country> partners = here.partners();
    Function<@Nullable String, @Nullable Country> maker =
        origin -> origin == null ? here.country() : partners.get(origin);
    Map<String, Kept<RequestForInformation>> requests = new HashMap<>();
    for (Kept<RequestForInformation> one : asked) {
      if (isBelieved(one.content(), maker.apply(one.origin()))) {
        requests.merge(one.content().number(), one, (a, b) -> a.sequence() <= b.sequence() ? a : b);
      }
    }
    List<String> numbers = List.copyOf(requests.keySet());
    Map<String, List<Kept<RequestAnswer>>> answers =
        entries.listUnderAny(RequestAnswer.KIND, numbers).stream()
            .collect(Collectors.groupingBy(one -> one.content().number()));
    Map<String, List<Kept<RequestFeedback>>> feedback =
        entries.listUnderAny(RequestFeedback.KIND, numbers).stream()
            .collect(Collectors.groupingBy(one -> one.content().number()));
    List<RequestView> views = new ArrayList<>();
    for (Kept<RequestForInformation> one : requests.values()) {
      String number = one.content().number();
      Country to = one.content().to();
      views.add(
          view(
              one,
              answers.getOrDefault(number, List.of()).stream()
                  .filter(a -> to.equals(maker.apply(a.origin())) && to.equals(a.content().from()))
                  .toList(),
              feedback.getOrDefault(number, List.of()).stream()
                  .map(Kept::content)
                  .filter(said -> said.from().equals(one.content().from()))
                  .toList()));
    }
    return views;
  }

  /// Made by the country that asks on its own node, or by its officer on the node of the country
  /// that is asked; and for this country or by it.
  private boolean isBelieved(RequestForInformation request, @Nullable Country maker) {
    return Set.of(request.from(), request.to()).contains(here.country())
        && (request.from().equals(maker)
            || (request.to().equals(maker) && request.officer() != null));
  }

  private RequestView view(
      Kept<RequestForInformation> asked,
      List<Kept<RequestAnswer>> answers,
      List<RequestFeedback> feedback) {
    RequestForInformation request = asked.content();
    RequestState state = state(request, answers);
    return new RequestView(
        asked.record(),
        request,
        state,
        request.to().equals(here.country()),
        !state.isOver() && here.now().isAfter(request.due()),
        answers.stream()
            .map(one -> new Answered(one.record(), one.content(), one.origin() == null))
            .toList(),
        feedback);
  }

  private RequestState state(RequestForInformation request, List<Kept<RequestAnswer>> answers) {
    for (Kept<RequestAnswer> one : answers) {
      if (one.content().outcome().isLast()) {
        return of(one.content().outcome());
      }
    }
    if (request.until() != null && here.today().isAfter(request.until())) {
      return RequestState.EXPIRED;
    }
    return answers.isEmpty() ? RequestState.NEW : of(answers.getLast().content().outcome());
  }

  private static RequestState of(Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> RequestState.ACCEPTED;
      case PARTIAL -> RequestState.PARTIAL;
      case ANSWERED -> RequestState.ANSWERED;
      case REFUSED -> RequestState.REFUSED;
    };
  }

  /// Requests of an officer's own agency on this node, for them to follow.
  List<RequestView> listOf(Set<RecordId> postings) {
    return list().stream()
        .filter(one -> one.forHere() && one.request().officer() != null)
        .filter(one -> postings.contains(one.request().officer()))
        .toList();
  }
}
