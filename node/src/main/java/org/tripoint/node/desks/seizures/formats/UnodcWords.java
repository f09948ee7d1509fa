package org.tripoint.node.desks.seizures.formats;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;

/// The words of the individual drug seizures file in ours, where they mean the same; everything
/// else stays as it is.
final class UnodcWords {

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("kilogram", "kg"),
          Map.entry("gram", "g"),
          Map.entry("milligram", "mg"),
          Map.entry("ounce", "oz"),
          Map.entry("litre", "L"),
          Map.entry("millilitre", "mL"),
          Map.entry("cubic centimeter", "mL"),
          Map.entry("tablet", "tablet"),
          Map.entry("pill", "tablet"),
          Map.entry("capsule", "capsule"),
          Map.entry("dose", "dose"),
          Map.entry("plants", "plant"),
          Map.entry("piece", "piece"),
          Map.entry("unit", "piece"));

  private static final Set<String> SEA =
      Set.of(
          "seaport",
          "port facilities",
          "territorial waters",
          "international waters",
          "maritime zone",
          "boat");
  private static final Set<String> AIR = Set.of("airport", "air cargo");
  private static final Set<String> MAIL = Set.of("post office", "postal parcel");
  private static final Set<String> ENTRY = Set.of("frontier", "customs facilities");
  private static final Set<String> NOT_STATED = Set.of("", "unknown", "other");

  private UnodcWords() {}

  /// Our unit, or the file's own word; `unknown` when the cell is blank.
  static String unit(String reported) {
    String known = UNITS.get(reported.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    String text = reported.isEmpty() ? "unknown" : reported;
    return text.length() > 60 ? text.substring(0, 60) : text;
  }

  static Setting setting(String installation) {
    String word = installation.toLowerCase(Locale.ROOT);
    if (NOT_STATED.contains(word)) {
      return Setting.UNKNOWN;
    }
    if (SEA.contains(word)) {
      return Setting.SEA;
    }
    if (AIR.contains(word)) {
      return Setting.AIR;
    }
    if (MAIL.contains(word)) {
      return Setting.MAIL;
    }
    return ENTRY.contains(word) ? Setting.PORT_OF_ENTRY : Setting.INTERIOR;
  }

  /// The form, where name or unit says it.
  static ItemForm form(String drug, String unit) {
    return switch (unit(unit)) {
      case "tablet" -> ItemForm.TABLET;
      case "capsule" -> ItemForm.CAPSULE;
      case "plant" -> ItemForm.PLANT;
      case "L", "mL" -> ItemForm.LIQUID;
      default -> formOfName(drug.toLowerCase(Locale.ROOT));
    };
  }

  private static ItemForm formOfName(String drug) {
    if (drug.startsWith("liquid ")) {
      return ItemForm.LIQUID;
    }
    if (drug.endsWith(" resin")) {
      return ItemForm.RESIN;
    }
    return drug.endsWith(" plants") ? ItemForm.PLANT : ItemForm.UNKNOWN;
  }
}
