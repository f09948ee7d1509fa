package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Wording;

/// A chart as a file: its figures as CSV, or its drawing as SVG with title and source inside.
///
/// The drawing as PNG is painted by the reader's own browser from this SVG, so that both look the
/// same; a node on a server has no fonts to promise that with.
public final class ChartFile {
  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private ChartFile() {}

  /// A chart as a file to keep.
  ///
  /// @param name of the file, without its ending
  /// @param source what stands below the drawing: who says it, by which definition, as of when
  /// @param format `svg`, or else CSV
  public static ResponseEntity<byte[]> answer(
      Chart chart, Wording wording, String name, String source, String format) {
    boolean drawn = format.equals("svg");
    String body =
        drawn
            ? chart.draw(wording, Drawing.Width.WIDE).standalone(chart.title(), source)
            : csv(chart, wording, source);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + (drawn ? ".svg" : ".csv"), StandardCharsets.UTF_8)
                .build()
                .toString())
        .contentType(drawn ? SVG : CSV)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  /// Exact values without grouping, days as ISO 8601, the state beside each.
  static String csv(Chart chart, Wording wording, String source) {
    StringBuilder text = new StringBuilder();
    text.append(CsvLine.exact(List.of("chart", "of", "at", "value", "unit", "state", "source")));
    for (ChartFigure figure : chart.figures(wording)) {
      BigDecimal value = figure.value();
      PointState state =
          value == null && figure.state() == PointState.REPORTED
              ? PointState.MISSING
              : figure.state();
      text.append(
          CsvLine.forSpreadsheets(
              Arrays.asList(
                  chart.title(),
                  figure.of(),
                  figure.at(),
                  value,
                  figure.unit(),
                  state.name(),
                  source)));
    }
    return text.toString();
  }
}
