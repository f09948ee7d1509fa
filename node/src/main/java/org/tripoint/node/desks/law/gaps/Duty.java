package org.tripoint.node.desks.law.gaps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Validity;

/// A duty of traders or authorities, from `law/duties.csv`. Jurisdictions without a line are
/// unknown.
///
/// @param what word for the duty; its text is the message `law.duty.<what>`
/// @param hours within how many hours it has to be done; empty where no time is recorded
/// @param authority who is told; "" where that was not read
record Duty(
    Question question,
    Jurisdiction whose,
    String what,
    Optional<Integer> hours,
    String authority,
    String instrument,
    Validity.Certainty certainty) {

  static List<Duty> readOwn() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Duty.class.getResourceAsStream("/law/duties.csv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split("\\|", -1)).map(Duty::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the duties", e);
    }
  }

  private static Duty of(String[] cells) {
    return new Duty(
        Question.valueOf(cells[0]),
        Jurisdiction.valueOf(cells[1]),
        cells[2],
        cells[3].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cells[3])),
        cells[4],
        cells[5],
        Validity.Certainty.valueOf(cells[6]));
  }
}
