package org.tripoint.node.intake;

import java.util.List;
import org.tripoint.node.web.Option;

/// What the pages of mappings show.
public final class MappingViews {

  private MappingViews() {}

  /// A saved mapping in the list.
  public record MappingLine(
      String record, String name, String source, String format, String columns) {}

  /// How one column of the native format is filled.
  ///
  /// @param at number of the column in its format, which names the form's fields
  /// @param hows ways to write it that can be chosen; empty when its text is taken as it is
  /// @param allowed codes it may hold, "" for any text
  /// @param wantsTranslations true when its texts usually mean a code
  public record BindingLine(
      int at,
      String name,
      String label,
      boolean required,
      List<Option> columns,
      String from,
      String constant,
      List<Option> hows,
      String how,
      String allowed,
      boolean wantsTranslations,
      String translations) {}

  /// A row read through the mapping.
  public record MappedLine(String row, boolean good, String result, List<String> cells) {}

  /// The first rows read through the mapping.
  public record MappedPreview(String summary, List<String> columns, List<MappedLine> rows) {}

  /// The editor of a mapping for one file.
  public record Editor(
      long importId,
      String file,
      String name,
      String source,
      boolean complete,
      String format,
      List<Option> formats,
      List<BindingLine> bindings,
      List<String> columns,
      List<List<String>> sample) {}
}
