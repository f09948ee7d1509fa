package org.tripoint.node.metrics.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.web.Option;

/// Says whose records a figure counts, and whose it does not add.
final class Origins {

  private final AskMetric ask;
  private final MetricWords words;

  Origins(AskMetric ask, MetricWords words) {
    this.ask = ask;
    this.words = words;
  }

  OriginView view(Question question) {
    Givers counted = question.source().givers();
    List<Givers> all = new ArrayList<>(ask.listGivers(question));
    if (!all.contains(counted)) {
      all.addFirst(counted);
    }
    List<Givers> others = all.stream().filter(one -> !one.equals(counted)).toList();
    List<String> notes = new ArrayList<>();
    if (counted instanceof Givers.Partner) {
      notes.add(words.page().t("metrics.note.given", name(counted)));
    }
    if (!others.isEmpty()) {
      notes.add(
          words
              .page()
              .t(
                  "metrics.note.not-added",
                  others.stream().map(this::name).collect(Collectors.joining(", "))));
    }
    ask.listWithheld(question)
        .forEach((partner, withheld) ->
            notes.add(words.withheld(name(new Givers.Partner(partner)), withheld)));
    List<Option> options =
        others.isEmpty()
            ? List.of()
            : all.stream().map(one -> new Option(Question.nameOf(one), name(one))).toList();
    return new OriginView(
        words.page().t("metrics.from.counted", name(counted)),
        options,
        Question.nameOf(counted),
        notes);
  }

  String name(Givers givers) {
    return switch (givers) {
      case Givers.All _ -> words.page().t("metrics.from.here");
      case Givers.Own _ -> words.page().t("metrics.from.here");
      case Givers.Partner(var partner) ->
          words
              .page()
              .t(
                  "metrics.from.partner",
                  ask.countryOf(partner).map(words::country).orElse(partner),
                  partner);
    };
  }
}
