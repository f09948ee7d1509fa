package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.node.desks.seizures.lists.EventRow;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// Codes in the words of the page's language.
record Names(Page page, ReadSubstances substances) {

  /// Decimals that masses and volumes are written with in lists.
  static final int DECIMALS = 3;

  /// How sources of weekly counts end.
  private static final String COUNTS = "-counts";

  String country(String code) {
    return page.has("place." + code)
        ? page.t("place." + code)
        : Locale.of("", code).getDisplayCountry(page.locale());
  }

  /// A subdivision, with its country when it is none of the three.
  String place(String code) {
    if (code.equals("?")) {
      return page.t("seizures.place.unknown");
    }
    return page.has("place." + code) ? page.t("place." + code) : code;
  }

  String source(String source) {
    if (page.has("seizures.source." + source)) {
      return page.t("seizures.source." + source);
    }
    return source.endsWith(COUNTS)
        ? page.t("seizures.source.counts", agency(source.substring(0, source.indexOf(COUNTS))))
        : source;
  }

  /// `MX SEDENA` for `mx-sedena`.
  private static String agency(String source) {
    return source.toUpperCase(Locale.ROOT).replace('-', ' ');
  }

  /// An agency's area by its own name, or the place that a published figure is of.
  String area(String code) {
    return page.has("place." + code) ? page.t("place." + code) : code;
  }

  /// A value that a list is filtered by.
  String valueOf(Field field, String value) {
    return switch (field) {
      case COUNTRY -> country(value);
      case SOURCE -> source(value);
      case PLACE -> place(value);
      case SUBSTANCE -> substance(value);
      case WHAT, FORM, SETTING, WEIGHT, COUNT -> code(field.parameter(), value);
      case AGENCY -> value;
      case AREA -> area(value);
    };
  }

  /// One of the codes of a field: `what`, `form`, `setting`, `direction`, `weight`, `count`,
  /// `site`.
  String code(String field, String code) {
    String key = "seizures." + field + "." + code;
    return page.has(key) ? page.t(key) : code;
  }

  String substance(String key) {
    return substances.nameOf(key, page.locale());
  }

  /// A sum: one decimal, and as many as tell it from nothing when it is below one.
  String amount(BigDecimal amount) {
    boolean small = amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0;
    int leadingZeros = amount.scale() - amount.precision();
    return page.number(amount, small ? Math.min(9, leadingZeros + 2) : 1);
  }

  /// A number of a list: so many decimals, and as many more as tell a small one from nothing.
  String number(BigDecimal amount, int decimals) {
    int leadingZeros = amount.scale() - amount.precision();
    boolean vanishes = amount.signum() != 0 && leadingZeros >= decimals;
    return page.number(amount, vanishes ? Math.min(9, leadingZeros + 2) : decimals);
  }

  /// `3.5 kg`, `1,200 tablets`.
  String quantity(BigDecimal amount, String unit) {
    String number = number(amount, DECIMALS);
    String key = "seizures.unit." + unit;
    return number + " " + (page.has(key) ? page.t(key, amount) : unit);
  }

  /// What was taken, thing by thing, on one line.
  String taken(EventRow row) {
    List<String> things = new ArrayList<>();
    row.items().forEach(item -> things.add(thing(item)));
    return String.join("; ", things);
  }

  private String thing(EventRow.Item item) {
    String name = nameOf(item);
    if (item.quantity() == null) {
      return name;
    }
    String amount = quantity(item.quantity(), item.unit());
    if (item.itemClass().equals("SITE") && item.unit().equals("site")) {
      return amount + " (" + code("site", item.siteClass()) + ")";
    }
    return isUnit(name, item.unit()) ? amount : name + " " + amount;
  }

  /// True when a name says no more than the unit beside it: `firearm`, 1 firearm.
  boolean isUnit(String name, String unit) {
    String key = "seizures.unit." + unit;
    return name.equalsIgnoreCase(unit)
        || (page.has(key)
            && (name.equalsIgnoreCase(page.t(key, 1)) || name.equalsIgnoreCase(page.t(key, 2))));
  }

  String nameOf(EventRow.Item item) {
    if (!item.substance().isEmpty()) {
      return substance(item.substance());
    }
    return switch (item.itemClass()) {
      case "SITE" -> code("what", "SITE") + " (" + code("site", item.siteClass()) + ")";
      case "EQUIPMENT" -> code("form", item.form());
      default -> item.name().isEmpty() ? code("what", item.itemClass()) : item.name();
    };
  }

  /// Weight and count bases that the items state, each once.
  String bases(EventRow row) {
    List<String> bases = new ArrayList<>();
    for (EventRow.Item item : row.items()) {
      add(bases, "weight", item.weightBasis());
      add(bases, "count", item.countBasis());
    }
    return String.join(", ", bases);
  }

  String bases(String weight, String count) {
    List<String> bases = new ArrayList<>();
    add(bases, "weight", weight);
    add(bases, "count", count);
    return String.join(", ", bases);
  }

  private void add(List<String> bases, String field, String code) {
    String word = code(field, code);
    if (!code.equals("UNKNOWN") && !bases.contains(word)) {
      bases.add(word);
    }
  }
}
