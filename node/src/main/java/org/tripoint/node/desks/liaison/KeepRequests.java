package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.desks.liaison.RequestAnswer.Outcome;
import org.tripoint.node.desks.liaison.RequestForInformation.Urgency;
import org.tripoint.node.desks.liaison.ShowRecords.Checked;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// What people ask and answer between two countries. Each is a record that both may have, so it
/// travels to the other node by itself where there is one.
@Service
class KeepRequests {

  private final ListRequests requests;
  private final ShowRecords records;
  private final Here here;
  private final Clocks clocks;

  KeepRequests(ListRequests requests, ShowRecords records, Here here, Clocks clocks) {
    this.requests = requests;
    this.records = records;
    this.here = here;
    this.clocks = clocks;
  }

  /// What is asked.
  ///
  /// @param instrument the legal basis
  /// @param subject identifiers; "" for none
  record Asked(
      String instrument,
      Purpose purpose,
      Urgency urgency,
      String subject,
      String question,
      String classification,
      boolean thirdAgency,
      List<RecordId> records,
      @Nullable LocalDate until) {}

  /// What is answered.
  record Said(
      Outcome outcome,
      RequestAnswer.@Nullable Refusal refusal,
      String text,
      List<RecordId> records) {}

  /// Why it was not done; each has words.
  enum Refusal {
    NO_SUCH_AUDIENCE,
    NO_QUESTION,
    NO_LEGAL_BASIS,
    DAY_IS_OVER,
    RECORDS_NOT_RELEASABLE,
    NO_REASON,
    NO_TEXT,
    OVER,
    NOT_FOR_THIS_COUNTRY,
    NOT_OF_THIS_COUNTRY
  }

  /// A refusal with its reason, and what was found of the records that were attached.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Checked> checked;

    Refused(Refusal refusal) {
      this(refusal, List.of());
    }

    Refused(Refusal refusal, List<Checked> checked) {
      super(refusal.name());
      this.refusal = refusal;
      this.checked = checked;
    }

    Refusal refusal() {
      return refusal;
    }

    List<Checked> checked() {
      return checked;
    }
  }

  /// An officer of a partner asks this country, here.
  ///
  /// @return the number
  @Transactional(rollbackFor = Refused.class)
  public String ask(Posted officer, Asked asked) throws Refused {
    LiaisonPosting posting = officer.posting();
    requireWhole(asked);
    return append(
        request(
            posting.country(),
            posting.agency(),
            here.country(),
            asked,
            posting.fullName(),
            officer.id(),
            here.now()),
        posting.country(),
        posting.account());
  }

  /// This country asks a partner.
  ///
  /// @param audience of the partner, whose purpose and basis the question rests on
  /// @param agency who asks
  @Transactional(rollbackFor = Refused.class)
  public String ask(
      String partner, String audience, String agency, Asked asked, String actor, String name)
      throws Refused {
    SharedAudience to =
        here.audience(partner, audience).orElseThrow(() -> new Refused(Refusal.NO_SUCH_AUDIENCE));
    requireWhole(asked);
    requireReleasable(asked.records(), List.of(to));
    return append(
        request(here.country(), agency, to.country(), asked, name, null, here.now()),
        to.country(),
        actor);
  }

  private void requireWhole(Asked asked) throws Refused {
    if (asked.question().isBlank()
        || asked.question().length() > RequestForInformation.LONGEST_TEXT) {
      throw new Refused(Refusal.NO_QUESTION);
    }
    if (asked.instrument().isBlank()) {
      throw new Refused(Refusal.NO_LEGAL_BASIS);
    }
    if (asked.until() != null && asked.until().isBefore(here.today())) {
      throw new Refused(Refusal.DAY_IS_OVER);
    }
  }

  private RequestForInformation request(
      Country from,
      String agency,
      Country to,
      Asked asked,
      String name,
      @Nullable RecordId officer,
      Instant now) {
    return new RequestForInformation(
        number(from, now),
        from,
        agency.strip(),
        to,
        asked.instrument().strip(),
        asked.purpose(),
        asked.urgency(),
        asked.subject().isBlank() ? null : asked.subject().strip(),
        name,
        officer,
        asked.question().strip(),
        asked.classification().strip(),
        asked.thirdAgency(),
        asked.records(),
        now,
        clocks.dueAfter(now, asked.urgency(), here.zone()),
        asked.until());
  }

  private static String number(Country from, Instant now) {
    return "%s-%s-%s"
        .formatted(
            from.code().toLowerCase(Locale.ROOT),
            DateTimeFormatter.BASIC_ISO_DATE.format(now.atZone(ZoneOffset.UTC).toLocalDate()),
            UUID.randomUUID().toString().substring(0, 8));
  }

  private String append(RequestForInformation request, Country other, String actor) {
    Marking marking = here.between(other, request.purpose(), request.thirdAgency());
    here.append(
        new Entry.Put<>(RequestForInformation.KIND, request.number(), request, marking, null),
        actor);
    return request.number();
  }

  /// This country answers. Records that the asking country may not have are refused, and nothing is
  /// sent.
  @Transactional(rollbackFor = Refused.class)
  public RecordId answer(RequestView view, Said said, String actor, String name) throws Refused {
    RequestForInformation request = view.request();
    if (!view.forHere()) {
      throw new Refused(Refusal.NOT_FOR_THIS_COUNTRY);
    }
    if (view.state().isOver()) {
      throw new Refused(Refusal.OVER);
    }
    if ((said.outcome() == Outcome.REFUSED) != (said.refusal() != null)) {
      throw new Refused(Refusal.NO_REASON);
    }
    boolean says = said.outcome() == Outcome.ANSWERED || said.outcome() == Outcome.PARTIAL;
    if (says && said.text().isBlank() && said.records().isEmpty()) {
      throw new Refused(Refusal.NO_TEXT);
    }
    requireReleasable(said.records(), readersOf(request));
    RequestAnswer answer =
        new RequestAnswer(
            request.number(),
            here.country(),
            request.from(),
            said.outcome(),
            said.refusal(),
            said.text().strip(),
            said.records(),
            name,
            here.now());
    return here.append(
        new Entry.Put<>(
            RequestAnswer.KIND,
            UUID.randomUUID().toString(),
            answer,
            here.between(request.from(), request.purpose(), request.thirdAgency()),
            null),
        actor);
  }

  /// Audiences of the asking country with the purpose of the request.
  List<SharedAudience> readersOf(RequestForInformation request) {
    return here.audiences().stream()
        .filter(one -> one.country().equals(request.from()))
        .filter(one -> one.purpose() == request.purpose())
        .toList();
  }

  /// What may be handed to any of them.
  List<Checked> check(List<RecordId> attached, List<SharedAudience> readers) {
    return attached.stream()
        .map(record -> {
          List<Checked> each =
              readers.stream()
                  .flatMap(reader -> records.check(List.of(record), reader.bit()).stream())
                  .toList();
          return each.stream()
              .filter(Checked::mayGo)
              .findFirst()
              .or(() -> each.stream().findFirst())
              .orElse(new Checked(record, Optional.empty()));
        })
        .toList();
  }

  private void requireReleasable(List<RecordId> attached, List<SharedAudience> readers)
      throws Refused {
    List<Checked> checked = check(attached, readers);
    if (!checked.stream().allMatch(Checked::mayGo)) {
      throw new Refused(Refusal.RECORDS_NOT_RELEASABLE, checked);
    }
  }

  /// Those who asked say what became of the answer.
  ///
  /// @param of the country that asked
  @Transactional(rollbackFor = Refused.class)
  public RecordId tell(
      RequestView view,
      Country of,
      RequestFeedback.Hit hit,
      boolean useful,
      String action,
      String actor)
      throws Refused {
    RequestForInformation request = view.request();
    if (!request.from().equals(of) || view.answers().isEmpty()) {
      throw new Refused(Refusal.NOT_OF_THIS_COUNTRY);
    }
    Country other = request.from().equals(here.country()) ? request.to() : request.from();
    RequestFeedback feedback =
        new RequestFeedback(
            request.number(),
            request.from(),
            request.to(),
            hit,
            useful,
            action.strip(),
            here.now());
    return here.append(
        new Entry.Put<>(
            RequestFeedback.KIND,
            UUID.randomUUID().toString(),
            feedback,
            here.between(other, request.purpose(), request.thirdAgency()),
            null),
        actor);
  }

  /// A view as it stands now; empty for a number that is none.
  Optional<RequestView> find(String number) {
    return requests.find(number);
  }
}
