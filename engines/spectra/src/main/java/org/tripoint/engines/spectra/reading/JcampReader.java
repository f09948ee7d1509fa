package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// JCAMP-DX: `##LABEL=value` with continued lines, `$$` comments, blocks that may hold blocks.
///
/// A block ends at `##END=`; where a file has none (as SWGDRUG writes it), at the next `##TITLE=`
/// after its data or at the end of the file.
final class JcampReader extends TextEntries {

  private final PeakList peaks;
  private final Deque<JcampBlock> open = new ArrayDeque<>();
  private Place begin = Place.line(0, 0);

  /// Whether an `##END=` was seen: then a block without one was cut off.
  private boolean endsAreWritten;

  JcampReader(Lines lines, ReadingLimits limits) {
    super(lines, limits);
    peaks = new PeakList(limits.peaks());
  }

  @Override
  protected Reading readEntry() throws IOException, Unfit {
    String line = content();
    while (line != null) {
      Reading finished = line.startsWith("##") ? labelled(line) : loose(line);
      if (finished != null) {
        return finished;
      }
      line = content();
    }
    return atEnd();
  }

  /// The next line without its comment that is not blank.
  private @Nullable String content() throws IOException, Unfit {
    String line = lines.next();
    while (line != null) {
      int comment = line.indexOf("$$");
      String kept = comment < 0 ? line : line.substring(0, comment).stripTrailing();
      if (!kept.isBlank()) {
        return kept;
      }
      line = lines.next();
    }
    return null;
  }

  private @Nullable Reading labelled(String line) throws IOException, Unfit {
    int equals = line.indexOf('=');
    String written = equals < 0 ? line.substring(2) : line.substring(2, equals);
    String label = written.toUpperCase(Locale.ROOT).replaceAll("[ /\\\\_-]", "");
    if (equals < 0) {
      return fault(Unfit.entry(Fault.MALFORMED, "##LABEL=value", line));
    }
    String value = line.substring(equals + 1).strip();
    if (label.equals("END")) {
      endsAreWritten = true;
      return open.isEmpty() ? null : close(open.pop());
    }
    if (label.equals("TITLE")) {
      return title(line, value);
    }
    if (open.isEmpty()) {
      return fault(Unfit.entry(Fault.MISSING, "##TITLE="));
    }
    try {
      open.peek().label(written, label, isTable(label) ? value : continued(value));
    } catch (Unfit unfit) {
      return fault(unfit);
    }
    return null;
  }

  private @Nullable Reading title(String line, String value) throws IOException, Unfit {
    JcampBlock current = open.peek();
    if (current != null && !current.isLink()) {
      lines.pushBack(line);
      return close(open.pop());
    }
    if (open.size() >= limits.depth()) {
      throw Unfit.file(Fault.TOO_DEEP, limits.depth());
    }
    entry++;
    begin = here();
    JcampBlock block = new JcampBlock(limits, pool, peaks);
    open.push(block);
    try {
      block.label("TITLE", "TITLE", continued(value));
    } catch (Unfit unfit) {
      return fault(unfit);
    }
    return null;
  }

  private static boolean isTable(String label) {
    return switch (label) {
      case "XYDATA", "PEAKTABLE", "XYPOINTS", "DATATABLE", "RADATA", "PEAKASSIGNMENTS" -> true;
      default -> false;
    };
  }

  /// A value may go on over the following lines.
  private String continued(String first) throws IOException, Unfit {
    StringBuilder value = new StringBuilder(first);
    String line = content();
    while (line != null && !line.startsWith("##")) {
      if (value.length() <= limits.characters()) {
        value.append(value.isEmpty() ? "" : " ").append(line.strip());
      }
      line = content();
    }
    if (line != null) {
      lines.pushBack(line);
    }
    return value.toString();
  }

  private @Nullable Reading loose(String line) throws Unfit {
    JcampBlock current = open.peek();
    if (current == null) {
      throw Unfit.entry(Fault.MALFORMED, "##TITLE=", line);
    }
    if (!current.isUnfit()) {
      try {
        if (!current.hasTable()) {
          throw Unfit.entry(Fault.MALFORMED, "##LABEL=value", line);
        }
        current.data(line);
      } catch (Unfit unfit) {
        return fault(unfit);
      }
    }
    return null;
  }

  /// Tells the fault of a block at once, where it is; the rest of the block is passed over.
  private @Nullable Reading fault(Unfit unfit) throws Unfit {
    JcampBlock current = open.peek();
    if (current == null || unfit.stops()) {
      throw unfit;
    }
    boolean told = current.isUnfit();
    current.refuse(unfit);
    return told ? null : unfit.at(here());
  }

  /// What a block that has ended gives; nothing if it only held others or was told of already.
  private @Nullable Reading close(JcampBlock block) {
    if (block.isUnfit() || block.isLink()) {
      return null;
    }
    try {
      return block.finish(begin, entry);
    } catch (Unfit unfit) {
      return unfit.at(here());
    }
  }

  private Reading atEnd() {
    while (!open.isEmpty()) {
      JcampBlock block = open.pop();
      if (!block.isUnfit() && (endsAreWritten || !block.saysCount())) {
        open.clear();
        return Unfit.entry(Fault.CUT_OFF, "##END=").at(here());
      }
      Reading last = close(block);
      if (last != null) {
        return last;
      }
    }
    return new Reading.Ended();
  }

  @Override
  protected void passOver() {
    // Faults within a block are told while the block stays open; lines outside are one fault each.
  }
}
