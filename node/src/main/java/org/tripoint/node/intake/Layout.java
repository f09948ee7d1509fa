package org.tripoint.node.intake;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tripoint.node.intake.Format.Column;
import org.tripoint.node.intake.Format.Header;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.Format.Recognition;

/// One layout of a source's files.
///
/// @param source the source a file is of, from the file's name
/// @param complete true when such files carry everything the source publishes inside their coverage
/// @param usualLagDays days from the last day covered to publication
/// @param required columns without which a file is not of this layout
/// @param known columns that are read, the required ones among them
/// @param identity where a record's key comes from
public record Layout(
    UnaryOperator<String> source,
    boolean complete,
    int usualLagDays,
    Set<String> required,
    Set<String> known,
    Identity identity) {

  /// Copies its sets.
  public Layout {
    required = Set.copyOf(required);
    known = Set.copyOf(known);
    if (!known.containsAll(required)) {
      throw new IllegalArgumentException("expected to know every column that is required");
    }
  }

  /// A layout whose files are all of one source.
  public static Layout of(
      String source,
      boolean complete,
      int usualLagDays,
      Set<String> required,
      Set<String> known,
      Identity identity) {
    return new Layout(name -> source, complete, usualLagDays, required, known, identity);
  }

  /// Names of columns, and others.
  public static Set<String> names(Collection<Column> columns, Set<String> others) {
    return Stream.concat(columns.stream().map(Column::name), others.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Recognition> recognise(String format, Header header, String fileName) {
    return header.hasAll(required)
        ? Optional.of(
            new Recognition(
                format, source.apply(fileName), complete, usualLagDays, known, identity))
        : Optional.empty();
  }
}
