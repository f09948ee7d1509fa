package org.tripoint.node.desks.seizures.lists;

import java.util.List;
import java.util.stream.Stream;

/// What lists of seizures can be filtered by, with the columns that hold it: "" where a list knows
/// no such thing.
public enum Field {
  COUNTRY("country", "country", "country", "country"),
  SOURCE("source", "source", "source", "source"),
  AGENCY("agency", "agency", "agency", "component"),
  WHAT("what", "", "item_class", ""),
  SUBSTANCE("substance", "", "substance", "substance"),
  FORM("form", "", "form", ""),
  PLACE("place", "place", "place", ""),
  AREA("area", "", "", "area"),
  SETTING("setting", "setting", "setting", ""),
  WEIGHT("weight", "", "weight_basis", ""),
  COUNT("count", "", "count_basis", "");

  private final String parameter;
  private final String eventColumn;
  private final String itemColumn;
  private final String figureColumn;

  Field(String parameter, String eventColumn, String itemColumn, String figureColumn) {
    this.parameter = parameter;
    this.eventColumn = eventColumn;
    this.itemColumn = itemColumn;
    this.figureColumn = figureColumn;
  }

  /// Its name in an address.
  public String parameter() {
    return parameter;
  }

  String eventColumn() {
    return eventColumn;
  }

  String itemColumn() {
    return itemColumn;
  }

  String figureColumn() {
    return figureColumn;
  }

  /// True for what is said of a thing taken, not of the event.
  public boolean isOfItems() {
    return eventColumn.isEmpty() && !itemColumn.isEmpty();
  }

  public static List<Field> ofEvents() {
    return Stream.of(values()).filter(f -> !f.itemColumn.isEmpty()).toList();
  }

  public static List<Field> ofFigures() {
    return Stream.of(values()).filter(f -> !f.figureColumn.isEmpty()).toList();
  }
}
