package org.tripoint.node.intake;

import java.util.List;
import java.util.Optional;

/// A format that recognises its files by the columns of their layouts.
public abstract class LayoutFormat implements Format {

  private final String id;
  private final List<Column> mappable;
  private final List<Layout> layouts;

  /// A format that is read as it is.
  ///
  /// @param layouts a file is of the first whose columns it has
  protected LayoutFormat(String id, Layout... layouts) {
    this(id, List.of(), layouts);
  }

  /// A format that files of other layouts can be mapped to.
  protected LayoutFormat(String id, List<Column> mappable, Layout... layouts) {
    this.id = id;
    this.mappable = List.copyOf(mappable);
    this.layouts = List.of(layouts);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Optional<Recognition> recognise(Header header, String fileName) {
    return layouts.stream()
        .flatMap(layout -> layout.recognise(id, header, fileName).stream())
        .findFirst();
  }

  @Override
  public final List<Layout> layouts() {
    return layouts;
  }

  @Override
  public final List<Column> mappableColumns() {
    return mappable;
  }
}
