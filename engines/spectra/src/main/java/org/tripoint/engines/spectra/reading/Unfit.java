package org.tripoint.engines.spectra.reading;

import java.util.List;

/// What was read is not fit to be taken; becomes a [Refusal] once the place is known.
final class Unfit extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 60;

  private final Fault fault;
  private final boolean stops;
  private final String[] arguments;

  private Unfit(Fault fault, boolean stops, Object... arguments) {
    super(fault.name(), null, false, false);
    this.fault = fault;
    this.stops = stops;
    this.arguments = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      this.arguments[i] = quote(String.valueOf(arguments[i]));
    }
  }

  /// This entry is left out.
  static Unfit entry(Fault fault, Object... arguments) {
    return new Unfit(fault, false, arguments);
  }

  /// The file is not read on.
  static Unfit file(Fault fault, Object... arguments) {
    return new Unfit(fault, true, arguments);
  }

  /// The same, but nothing after it can be read.
  Unfit stopping() {
    return new Unfit(fault, true, (Object[]) arguments);
  }

  boolean stops() {
    return stops;
  }

  Reading at(Place place) {
    Refusal refusal = new Refusal(fault, place, List.of(arguments));
    return stops ? new Reading.Stopped(refusal) : new Reading.Skipped(refusal);
  }

  /// Short and printable: a refusal shows a little of the file, not the file.
  private static String quote(String text) {
    int end = Math.min(text.length(), LONGEST_QUOTE);
    StringBuilder quoted = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '\ufffd' : c);
    }
    return (text.length() > end ? quoted.append('…') : quoted).toString();
  }
}
