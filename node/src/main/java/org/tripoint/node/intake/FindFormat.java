package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Header;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// Which format reads a file with these columns: one that a desk declares, or one through a
/// person's mapping.
@Component
class FindFormat {

  private final List<Format> formats;
  private final Mappings mappings;

  FindFormat(List<Format> formats, Mappings mappings) {
    this.formats = List.copyOf(formats);
    this.mappings = mappings;
  }

  /// @param mapping the mapping record it is read through, or null
  /// @param numbers how its decimals are written; null as the format or the mapping says
  record Found(Recognition recognition, @Nullable UUID mapping, @Nullable NumberStyle numbers) {
    Found(Recognition recognition, @Nullable UUID mapping) {
      this(recognition, mapping, null);
    }
  }

  /// What the columns say.
  sealed interface Answer {
    record Read(Found found) implements Answer {}

    /// No format or mapping knows these columns.
    record Unknown() implements Answer {}

    /// The sender named a format that does not read these columns.
    record DoesNotFit(String wanted) implements Answer {}
  }

  Answer find(Header header, String fileName, @Nullable String wanted) {
    if (wanted != null) {
      return named(wanted, header, fileName)
          .<Answer>map(Answer.Read::new)
          .orElseGet(() -> new Answer.DoesNotFit(wanted));
    }
    for (Format format : formats) {
      Optional<Recognition> recognition = format.recognise(header, fileName);
      if (recognition.isPresent()) {
        return new Answer.Read(new Found(recognition.get(), null));
      }
    }
    return mappings
        .findByColumns(header.columns())
        .flatMap(saved -> throughMapping(saved, fileName))
        .<Answer>map(Answer.Read::new)
        .orElseGet(Answer.Unknown::new);
  }

  private Optional<Found> named(String wanted, Header header, String fileName) {
    Optional<Found> direct =
        find(wanted)
            .flatMap(format -> format.recognise(header, fileName))
            .map(recognition -> new Found(recognition, null));
    return direct.or(() ->
        mappings
            .findNamed(wanted)
            .filter(saved -> header.columns().containsAll(saved.mapping().columnsRead()))
            .flatMap(saved -> throughMapping(saved, fileName)));
  }

  private Optional<Found> throughMapping(Mappings.Saved saved, String fileName) {
    ImportMapping mapping = saved.mapping();
    return find(mapping.format())
        .flatMap(format -> format.recognise(targetHeader(format), fileName))
        .map(recognition ->
            new Found(
                new Recognition(
                    recognition.formatId(),
                    mapping.source(),
                    mapping.complete(),
                    recognition.usualLagDays(),
                    recognition.knownColumns(),
                    recognition.identity()),
                saved.record()));
  }

  /// Opens what reads the rows of an import that was recognised before.
  Found reopen(ImportJob job) {
    Reading reading = job.readingOrThrow();
    UUID mapping = reading.mapping();
    Header header = new Header(reading.columns());
    String fileName = job.delivery().fileName();
    Optional<Found> found =
        mapping == null
            ? get(reading.format())
                .recognise(header, fileName)
                .map(recognition -> new Found(recognition, null, reading.numbers()))
            : mappings.find(mapping).flatMap(saved -> throughMapping(saved, fileName));
    return found.orElseThrow(() ->
        new IllegalStateException(
            "expected format %s to read import %d as before"
                .formatted(reading.format(), job.id())));
  }

  RowReader open(Found found, Header header) {
    Format format = get(found.recognition().formatId());
    UUID mapping = found.mapping();
    if (mapping == null) {
      RowReader reader = format.open(found.recognition(), header);
      return found.numbers() == NumberStyle.COMMA
          ? new CommaRows(reader, format.numberColumns())
          : reader;
    }
    ImportMapping content = mappings.get(mapping).mapping();
    return new MappedRows(format.open(found.recognition(), targetHeader(format)), content, format);
  }

  /// Columns in which the format of a file expects numbers.
  Set<String> numberColumns(Found found) {
    return get(found.recognition().formatId()).numberColumns();
  }

  Optional<Format> find(String id) {
    return formats.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /// Layouts of all formats.
  List<Layout> listLayouts() {
    return formats.stream().flatMap(format -> format.layouts().stream()).toList();
  }

  /// Formats that other files can be mapped to.
  List<Format> listTargets() {
    return formats.stream().filter(format -> !format.mappableColumns().isEmpty()).toList();
  }

  private Format get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("expected a format " + id));
  }

  static Header targetHeader(Format format) {
    var names = new ArrayList<String>();
    format.mappableColumns().forEach(column -> names.add(column.name()));
    return new Header(names);
  }
}
