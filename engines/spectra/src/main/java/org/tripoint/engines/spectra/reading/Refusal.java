package org.tripoint.engines.spectra.reading;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/// Why something was not taken, and where.
///
/// @param arguments for the sentence of the fault, in its order; may quote the file, cut short
public record Refusal(Fault fault, Place place, List<String> arguments) {

  public Refusal {
    arguments = List.copyOf(arguments);
  }

  /// Place, what was expected and found, what helps.
  public String english() {
    String sentence = new MessageFormat(fault.english(), Locale.ROOT).format(arguments.toArray());
    return place + ": " + sentence + "; " + fault.remedy();
  }
}
