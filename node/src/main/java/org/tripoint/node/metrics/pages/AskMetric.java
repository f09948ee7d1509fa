package org.tripoint.node.metrics.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ReadCells.Withheld;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.GivenHere;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.vocabulary.Country;

/// Finds the definition that an address names and the figures it asks for; what is not there or not
/// understood becomes the answer 404 or 400.
@Component
class AskMetric {

  private final DefinitionStore definitions;
  private final ReadFigures figures;
  private final GivenHere given;

  AskMetric(DefinitionStore definitions, ReadFigures figures, GivenHere given) {
    this.given = given;
    this.definitions = definitions;
    this.figures = figures;
  }

  List<Read> versions(String id) {
    List<Read> versions = definitions.listVersions(id);
    if (versions.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no metric " + id);
    }
    return versions;
  }

  /// The version asked for, or the newest.
  Read version(String id, String version) {
    return versions(id).stream()
        .filter(read ->
            version.isEmpty() || String.valueOf(read.held().document().version()).equals(version))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such version"));
  }

  MetricDefinition usable(String id, Map<String, String> parameters) {
    return switch (version(id, parameters.getOrDefault("version", ""))) {
      case Read.Usable(var held, var definition) -> definition;
      case Read.Refused(var held, var why) ->
          throw new ResponseStatusException(HttpStatus.CONFLICT, why.getMessage(), why);
    };
  }

  Question question(MetricDefinition definition, Map<String, String> parameters) {
    try {
      Question asked = Question.parse(definition, parameters);
      return parameters.getOrDefault("from", "").isBlank()
          ? asked.over(given.usual(asked.source()))
          : asked;
    } catch (IllegalArgumentException e) {
      throw notUnderstood(e);
    }
  }

  /// The asked country's figures on the day asked for.
  Answer answer(MetricDefinition definition, Question question) {
    return answer(definition, question.source(), question, question.moment());
  }

  /// The same today, when a past day was asked for.
  Optional<Answer> today(MetricDefinition definition, Question question) {
    return question.moment() instanceof Moment.Today
        ? Optional.empty()
        : Optional.of(answer(definition, question.source(), question, new Moment.Today()));
  }

  /// The other countries' figures on that day.
  List<Answer> others(MetricDefinition definition, Question question) {
    return definition.sources().stream()
        .filter(source -> !source.country().equals(question.source().country()))
        .map(source -> answer(definition, given.usual(source), question, question.moment()))
        .toList();
  }

  /// Countries that this version has no source for, each by the newest version that has one.
  List<Answer> underOtherVersions(
      List<Read> versions, MetricDefinition definition, Question question) {
    Set<Country> seen =
        definition.sources().stream()
            .map(CountrySource::country)
            .collect(Collectors.toCollection(HashSet::new));
    List<Answer> answers = new ArrayList<>();
    for (Read read : versions) {
      if (read instanceof Read.Usable(var held, var other)) {
        for (CountrySource source : other.sources()) {
          if (seen.add(source.country())) {
            answers.add(answer(other, given.usual(source), question, question.moment()));
          }
        }
      }
    }
    return answers;
  }

  /// Everybody whose records here the figure could be made from.
  List<Givers> listGivers(Question question) {
    return given.list(question.source());
  }

  /// What partners gave and no figure may be made of, by partner.
  Map<String, Withheld> listWithheld(Question question) {
    return given.listWithheld(question.source());
  }

  /// The country whose node a partner is.
  Optional<Country> countryOf(String partner) {
    return given.countryOf(partner);
  }

  private Answer answer(
      MetricDefinition definition, CountrySource source, Question question, Moment moment) {
    try {
      return figures.answer(definition, source, question.apart(), moment);
    } catch (IllegalArgumentException e) {
      throw notUnderstood(e);
    }
  }

  static ResponseStatusException notUnderstood(IllegalArgumentException e) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
  }
}
