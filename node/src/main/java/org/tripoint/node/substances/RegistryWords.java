package org.tripoint.node.substances;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// What the registry and the rules say, in the words of a page.
public record RegistryWords(Page page) {

  public String name(Substance one) {
    return one.nameIn(page.locale().getLanguage());
  }

  /// The substances by name, as a reader of the page's language orders them.
  public List<Substance> sorted(Collection<Substance> some) {
    Collator collator = Collator.getInstance(page.locale());
    return some.stream().sorted(Comparator.comparing(this::name, collator::compare)).toList();
  }

  /// The class of substances; its code where nobody has a word for it yet.
  public String family(String family) {
    String key = "substances.class." + family;
    return page.has(key) ? page.t(key) : family;
  }

  /// Every class that some substance is of, "any" before them.
  public List<Option> families(Collection<Substance> some) {
    Collator collator = Collator.getInstance(page.locale());
    Stream<Option> all =
        some.stream()
            .map(Substance::family)
            .distinct()
            .map(one -> new Option(one, family(one)))
            .sorted(Comparator.comparing(Option::label, collator::compare));
    return Stream.concat(Stream.of(any()), all).toList();
  }

  public Option any() {
    return new Option("", page.t("substances.registry.any"));
  }

  public String jurisdiction(Jurisdiction one) {
    return page.t("substances.jurisdiction." + one.name());
  }

  public String outcome(ControlOutcome outcome) {
    return page.t("substances.outcome." + outcome.name());
  }

  /// Since when it holds, of what kind that date is, and until when.
  public String dates(Validity validity) {
    String from =
        validity
            .from()
            .map(day -> page.t("substances.date." + validity.kind().name(), page.day(day)))
            .orElseGet(() -> page.t("substances.date.none"));
    return validity
        .until()
        .map(day -> from + "; " + page.t("substances.date.until", page.day(day)))
        .orElse(from);
  }

  public String certainty(Validity validity) {
    return page.t("substances.certainty." + validity.certainty().name());
  }
}
