package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// ANDI/MS: scans of a chromatogram in netCDF classic. The file is held whole.
///
/// Source: ASTM E2077. Scan `i` has the points from `scan_index[i]` on, `point_count[i]` of them or
/// up to the next scan.
final class AndiReader implements ReadSpectra {

  private final InputStream in;
  private final ReadingLimits limits;
  private final Pool pool = new Pool();
  private final PeakList peaks;
  private @Nullable NetCdf file;
  private @Nullable Scans scans;
  private @Nullable Reading last;
  private int scan;

  /// Points that scans before had: no point is of two scans.
  private int given;

  /// The variables that are read.
  private record Scans(
      NetCdf.Series index,
      NetCdf.Series masses,
      NetCdf.Series intensities,
      NetCdf.@Nullable Series counts,
      NetCdf.@Nullable Series times) {}

  AndiReader(InputStream in, ReadingLimits limits) {
    this.in = in;
    this.limits = limits;
    this.peaks = new PeakList(limits.peaks());
  }

  @Override
  public Reading next() throws IOException {
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
      if (scans == null) {
        scans = open();
      }
      if (scan == scans.index.length()) {
        return new Reading.Ended();
      }
      scan++;
      return read(scans, scan - 1);
    } catch (Unfit unfit) {
      return unfit.at(here());
    }
  }

  private Place here() {
    return Place.at(scan, file == null ? 0 : file.at());
  }

  private Scans open() throws IOException, Unfit {
    byte[] bytes = in.readNBytes(limits.wholeBytes());
    if (bytes.length == limits.wholeBytes() && in.read() >= 0) {
      throw Unfit.file(Fault.FILE_TOO_LARGE, limits.wholeBytes());
    }
    NetCdf opened = new NetCdf(bytes, limits);
    file = opened;
    opened.readHeader();
    Scans found =
        new Scans(
            required(opened, "scan_index"),
            required(opened, "mass_values"),
            required(opened, "intensity_values"),
            opened.series("point_count"),
            opened.series("scan_acquisition_time"));
    if (found.masses.length() != found.intensities.length()) {
      throw Unfit.file(Fault.COUNT_DIFFERS, found.masses.length(), found.intensities.length());
    }
    if (found.counts != null && found.counts.length() != found.index.length()) {
      throw Unfit.file(Fault.COUNT_DIFFERS, found.index.length(), found.counts.length());
    }
    return found;
  }

  private static NetCdf.Series required(NetCdf file, String name) throws Unfit {
    NetCdf.Series series = file.series(name);
    if (series == null) {
      throw Unfit.file(Fault.MISSING, name);
    }
    return series;
  }

  private Reading read(Scans from, int index) throws Unfit {
    double begin = from.index.at(index);
    // A scan that was not recorded has a negative index.
    double end = begin < 0 ? begin : end(from, index, begin);
    if (end == begin) {
      throw Unfit.entry(Fault.NO_PEAKS);
    }
    if (!(end > begin && begin >= given && end <= from.masses.length())
        || begin != Math.rint(begin)) {
      throw Unfit.entry(
          Fault.MALFORMED, "points within " + from.masses.length(), begin + " to " + end);
    }
    given = (int) end;
    peaks.clear();
    for (int i = (int) begin; i < (int) end; i++) {
      peaks.add(from.masses.at(i), from.intensities.at(i));
    }
    Description description = describe();
    description.keep("scan", Integer.toString(index + 1));
    if (from.times != null && index < from.times.length()) {
      double seconds = from.times.at(index);
      if (seconds >= 0 && seconds < Double.POSITIVE_INFINITY) {
        description.set(Slot.RETENTION_SECONDS, seconds);
      }
    }
    return new Reading.Taken(description.entry(peaks.peaks(), index + 1L), here());
  }

  private static double end(Scans from, int index, double begin) {
    if (from.counts != null) {
      return begin + from.counts.at(index);
    }
    for (int next = index + 1; next < from.index.length(); next++) {
      double following = from.index.at(next);
      if (following >= 0) {
        return following;
      }
    }
    return from.masses.length();
  }

  private Description describe() throws Unfit {
    Description description = new Description(limits, pool);
    NetCdf said = file;
    if (said != null) {
      description.kind().level(1);
      String ionisation = said.text("test_ionization_mode");
      if (!ionisation.isEmpty()) {
        description.put("ionization", ionisation);
      }
      String polarity = said.text("test_ionization_polarity").split(" ", 2)[0];
      description.put("polarity", polarity);
      description.keep("experiment_title", said.text("experiment_title"));
    }
    return description;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
