package org.tripoint.node.intake;

import org.tripoint.vocabulary.Place;

/// Whether a place's code is one that its list has. A desk that keeps such a list answers.
public interface RecognisePlaces {

  /// False only for a code of a list that is held here whole and has no such code.
  boolean isKnown(Place place);
}
