package org.tripoint.node.exchange.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.tripoint.node.exchange.journal.ReadJournal.Head;

/// The other node in the same process, over the text that would go over the wire.
record DirectPeer(TestNode asking, TestNode answering) implements Peer {

  @Override
  public int fetch(Head after, Duration wait, JournalText.Taking taking)
      throws IOException, FeedStopped {
    byte[] answer = bytes(after);
    answering.journal.unconfirmed(asking.name, after).forEach(taking::unconfirmed);
    return JournalText.read(new ByteArrayInputStream(answer), taking);
  }

  byte[] bytes(Head after) throws IOException {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      switch (answering.answer.after(asking.name, after, Duration.ZERO)) {
        case AnswerPartner.Answer.Batches(List<Delivery> deliveries, var unconfirmed) ->
            answering.answer.write(deliveries, out);
        case AnswerPartner.Answer.NoSuchPlace() -> throw new HttpPeer.PlaceUnknown();
        case AnswerPartner.Answer.Stopped() -> throw new IOException("expected a running feed");
      }
      return out.toByteArray();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void tellHeads(String signed) throws IOException {
    if (!answering.answer.heads(answering.partner(asking), signed)) {
      throw new IOException("expected the heads to be taken");
    }
  }

  @Override
  public int fetchReturned(Head after, JournalText.Taking taking) throws IOException, FeedStopped {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answering.answer.write(answering.answer.returned(asking.name, after), out);
    return JournalText.read(new ByteArrayInputStream(out.toByteArray()), taking);
  }

  @Override
  public void acknowledge(String signed) throws IOException {
    if (!answering.answer.receipt(answering.partner(asking), signed)) {
      throw new ReceiptRefused();
    }
  }

  @Override
  public void introduce(String signed) throws IOException {
    try {
      answering.partners.introduce().renew(answering.partner(asking), signed);
    } catch (org.tripoint.node.exchange.keys.Jws.NotTrusted e) {
      throw new IOException(e);
    }
  }
}
