package org.tripoint.node.signals;

import org.tripoint.node.web.Page;

/// What a detector is called in the page's language. The room that raises has the words, under
/// `signals.detector.` and the detector's name.
public final class DetectorWords {

  private DetectorWords() {}

  /// The name in words; the bare name of a detector that no room knows any more.
  public static String name(String detector, Page page) {
    String key = "signals.detector." + detector;
    return page.has(key) ? page.t(key) : detector;
  }
}
