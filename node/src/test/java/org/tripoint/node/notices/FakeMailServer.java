package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tripoint.node.notices.mail.Letter;
import org.tripoint.node.notices.mail.MailServer;

/// A mail server in memory that takes what it is not told to refuse.
final class FakeMailServer implements MailServer {

  final List<Letter> taken = new ArrayList<>();
  final Map<String, Outcome> answers = new HashMap<>();

  @Override
  public Connection connect() {
    return new Connection() {
      @Override
      public Answer hand(Letter letter) {
        Outcome outcome = answers.getOrDefault(letter.to(), Outcome.TAKEN);
        if (outcome == Outcome.TAKEN) {
          taken.add(letter);
        }
        return new Answer(outcome, "said " + outcome);
      }

      @Override
      public void close() {}
    };
  }

  /// The letters since the last look, as `address: subject`.
  List<String> look() {
    List<String> look =
        taken.stream().map(one -> one.to() + ": " + one.subject()).sorted().toList();
    taken.clear();
    return look;
  }
}
