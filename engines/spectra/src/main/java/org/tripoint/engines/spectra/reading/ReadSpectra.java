package org.tripoint.engines.spectra.reading;

import java.io.Closeable;
import java.io.IOException;

/// A file of spectra that is being read, entry by entry. For one thread.
public interface ReadSpectra extends Closeable {

  /// What comes next. After the end, or after a stop, the same answer again and again.
  ///
  /// @throws IOException only when the stream itself fails
  Reading next() throws IOException;
}
