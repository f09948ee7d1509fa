package org.tripoint.node.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// A signal as a record: the content of kind `signal`. Version 2 added severity and confidence,
/// version 3 what it is about.
///
/// @param detector what found it
/// @param titleKey message key of its title
/// @param titleArguments the title's arguments
/// @param evidence records it rests on, each once, ascending
/// @param parts the parts of its score
/// @param link page that helps to decide
/// @param severity how grave it is if true, or null
/// @param confidence how sure the detector is, or null
/// @param about what a notice drafted from it begins with, or null
@MadeHere
record SignalContent(
    String detector,
    String titleKey,
    List<String> titleArguments,
    List<RecordId> evidence,
    List<ScorePart> parts,
    String link,
    @Nullable Severity severity,
    @Nullable Confidence confidence,
    @Nullable About about) {

  static final Kind<SignalContent> KIND = Kind.of("signal", 3, SignalContent.class);

  SignalContent {
    titleArguments = List.copyOf(titleArguments);
    evidence = evidence.stream().distinct().sorted().toList();
    parts = List.copyOf(parts);
  }

  static SignalContent of(Signal signal) {
    return new SignalContent(
        signal.detector(),
        signal.titleKey(),
        signal.titleArguments(),
        signal.evidence(),
        signal.parts(),
        signal.link(),
        signal.severity(),
        signal.confidence(),
        signal.about().isNothing() ? null : signal.about());
  }
}
