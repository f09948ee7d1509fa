package org.tripoint.node.desks.laboratory.spectra;

import java.util.Locale;
import org.tripoint.engines.spectra.reading.Place;
import org.tripoint.engines.spectra.reading.Refusal;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.PartialDate;

/// What the spectra engine says, in the language of the page.
record SpectraWords(Page page) {

  /// Where, what was expected and found, what helps.
  String refusal(Refusal refusal) {
    Place place = refusal.place();
    String where =
        place.entry() == 0 && place.at() == 0
            ? ""
            : page.t("spectra.place." + place.unit().name(), place.at(), place.entry()) + " ";
    Object[] arguments = refusal.arguments().stream().map(this::argument).toArray();
    return where
        + page.t("spectra.fault." + refusal.fault().name(), arguments)
        + " "
        + page.t("spectra.remedy." + refusal.fault().name());
  }

  /// An argument in words where it is one of the engine's own; what is of the file stays as it is.
  private String argument(String argument) {
    String key =
        "spectra.part."
            + argument.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    return page.has(key) ? page.t(key) : argument;
  }

  String format(String name) {
    return word("spectra.format.", name);
  }

  String family(String family) {
    return word("spectra.family.", family);
  }

  private String word(String prefix, String code) {
    return page.has(prefix + code) ? page.t(prefix + code) : code;
  }

  String date(PartialDate date) {
    return switch (date.certainty()) {
      case DAY -> page.day(date.start());
      case MONTH -> page.month(date.monthOfStart());
      case YEAR -> date.toString();
    };
  }

  /// A subdivision by its name, another place by its code.
  String place(String key) {
    return page.has("place." + key)
        ? page.t("place." + key)
        : key.substring(key.lastIndexOf(':') + 1);
  }

  /// Bytes as whole megabytes, at least 1.
  String megabytes(long bytes) {
    return page.t("spectra.megabytes", Math.max(1, Math.round(bytes / 1_048_576.0)));
  }
}
