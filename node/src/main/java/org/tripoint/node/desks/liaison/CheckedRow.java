package org.tripoint.node.desks.liaison;

import org.tripoint.node.desks.liaison.ShowRecords.Checked;
import org.tripoint.node.sharing.SharingDecision;
import org.tripoint.vocabulary.RecordId;

/// A record that somebody would attach, on a page.
///
/// @param why the policy that refuses it, `UNKNOWN` where there is no such record, "" where it may
///   go
public record CheckedRow(RecordId record, boolean mayGo, String why) {

  static CheckedRow of(Checked checked) {
    String why =
        checked
            .decision()
            .map(decision ->
                switch (decision) {
                  case SharingDecision.Allowed _ -> "";
                  case SharingDecision.Refused refused -> refused.policy().name();
                })
            .orElse("UNKNOWN");
    return new CheckedRow(checked.record(), checked.mayGo(), why);
  }
}
