package org.tripoint.node.desks.seizures.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.Places;
import org.tripoint.node.desks.seizures.lists.SeizureCells;
import org.tripoint.node.desks.seizures.pages.ListView.Choice;
import org.tripoint.node.web.Option;

/// The selects of the filter: what can be chosen, in the page's language.
record Choices(Names names, SeizureCells cells, Places places, Asked asked) {

  List<Choice> list() {
    List<Choice> choices = new ArrayList<>();
    for (Field field : asked.figures() ? Field.ofFigures() : Field.ofEvents()) {
      boolean ofFigures = asked.figures() && field == Field.SOURCE;
      if (field != Field.SOURCE || ofFigures) {
        choices.add(choice(field, !ofFigures));
      }
    }
    return choices;
  }

  private Choice choice(Field field, boolean anyAllowed) {
    List<Option> options = new ArrayList<>(options(field));
    String selected = asked.valueOf(field);
    if (!selected.isEmpty() && options.stream().noneMatch(o -> o.value().equals(selected))) {
      options.add(
          new Option(selected, field == Field.SUBSTANCE ? names.substance(selected) : selected));
    }
    if (anyAllowed) {
      options.addFirst(new Option("", names.page().t("seizures.any")));
    }
    String label =
        asked.figures() && field == Field.AGENCY
            ? names.page().t("seizures.column.component")
            : names.page().t("seizures.field." + field.parameter());
    return new Choice(field.parameter(), label, options, selected);
  }

  private List<Option> options(Field field) {
    return switch (field) {
      case COUNTRY -> sorted(values(field), names::country);
      case SOURCE -> sorted(values(field), names::source);
      case AGENCY -> sorted(values(field), value -> value);
      case AREA -> sorted(values(field), names::area);
      case PLACE ->
          sorted(
              values(field).stream().map(places::subdivisionOf).distinct().toList(), names::place);
      case SUBSTANCE ->
          names.substances().listFamilies().stream()
              .map(family -> new Option(family.code(), names.substance(family.code())))
              .toList();
      case WHAT -> coded("what", ItemClass.class);
      case FORM -> coded("form", ItemForm.class);
      case SETTING -> coded("setting", Setting.class);
      case WEIGHT -> coded("weight", WeightBasis.class);
      case COUNT -> coded("count", CountBasis.class);
    };
  }

  private List<String> values(Field field) {
    if (asked.figures()) {
      return cells.valuesOf("seizure-figures", field);
    }
    return List.copyOf(new TreeSet<>(cells.valuesOf("seizure-events", field)));
  }

  private static List<Option> sorted(
      List<String> values, java.util.function.UnaryOperator<String> label) {
    return values.stream()
        .map(value -> new Option(value, label.apply(value)))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  private <E extends Enum<E>> List<Option> coded(String field, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(code -> new Option(code.name(), names.code(field, code.name())))
        .toList();
  }
}
