package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What readers of text formats share: lines, the number of the entry, and what follows a fault.
abstract class TextEntries implements ReadSpectra {

  protected final Lines lines;
  protected final ReadingLimits limits;
  protected final Pool pool = new Pool();
  protected long entry;
  private @Nullable Reading last;

  TextEntries(Lines lines, ReadingLimits limits) {
    this.lines = lines;
    this.limits = limits;
  }

  @Override
  public final Reading next() throws IOException {
    if (last != null) {
      return last;
    }
    Reading reading = attempt();
    if (reading instanceof Reading.Stopped || reading instanceof Reading.Ended) {
      last = reading;
    }
    return reading;
  }

  private Reading attempt() throws IOException {
    try {
      return readEntry();
    } catch (Unfit unfit) {
      Place place = here();
      if (unfit.stops()) {
        return unfit.at(place);
      }
      try {
        passOver();
      } catch (Unfit stop) {
        return stop.at(here());
      }
      return unfit.at(place);
    }
  }

  /// The next entry, or the end.
  ///
  /// @throws Unfit with the fault at the line that was given last
  protected abstract Reading readEntry() throws IOException, Unfit;

  /// Goes to where the next entry begins, or to the end.
  protected abstract void passOver() throws IOException, Unfit;

  protected final Place here() {
    return Place.line(entry, lines.number());
  }

  @Override
  public final void close() throws IOException {
    lines.close();
  }
}
