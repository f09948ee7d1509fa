package org.tripoint.node.desks.liaison;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.RecordId;

/// Tells people once of each request that is past its due time, and of each contact that was not
/// reported in time.
@Component
class TellDeadlines {

  private final JdbcTemplate jdbc;
  private final ListRequests requests;
  private final ListContacts contacts;
  private final RaiseSignal signals;
  private final Here here;

  TellDeadlines(
      JdbcTemplate jdbc,
      ListRequests requests,
      ListContacts contacts,
      RaiseSignal signals,
      Here here) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.contacts = contacts;
    this.signals = signals;
    this.here = here;
  }

  /// Raises what has to be raised.
  ///
  /// @return how many signals were raised
  @Transactional
  public int tell() {
    int told = 0;
    for (RequestView one : requests.list()) {
      String number = one.request().number();
      if (one.late() && isNew("request/" + number)) {
        raise(
            "liaison.late-request",
            number,
            "liaison.signal.request",
            List.of(number, one.request().from().code(), one.request().to().code()),
            List.of(one.record()),
            here.dayOf(one.request().due()).toString(),
            "/liaison/requests/" + number);
        told++;
      }
    }
    for (ContactRow row : contacts.list()) {
      String key = row.draft().isEmpty() ? String.valueOf(row.record()) : row.draft();
      if (row.late() && isNew("contact/" + key)) {
        raise(
            "liaison.late-contact",
            key,
            "liaison.signal.contact",
            List.of(row.country().code(), here.dayOf(row.at()).toString()),
            row.evidence(),
            row.due().toString(),
            "/liaison/contacts");
        told++;
      }
    }
    return told;
  }

  private boolean isNew(String key) {
    return jdbc.update("insert into liaison.told (key) values (?) on conflict do nothing", key)
        == 1;
  }

  private void raise(
      String detector,
      String key,
      String title,
      List<String> arguments,
      List<RecordId> evidence,
      String due,
      String link) {
    signals.raise(
        new RaiseSignal.Signal(
            detector,
            key,
            title,
            arguments,
            evidence,
            List.of(new RaiseSignal.ScorePart(title + ".why", BigDecimal.ONE, due)),
            link));
  }
}
