package org.tripoint.node.metrics.observations;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.observations.CountBehind.Months;
import org.tripoint.node.metrics.observations.StatedMemory.Line;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.metrics.recent.RecentFigure;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;

/// States this node's figures of a metric to partners: a steward's act. The figures become records
/// that may go to the named countries; sharing decides as for any record.
@Component
public class StateFigures {

  /// The source of what this node states.
  public static final String SOURCE = "metric-observations";

  /// Months that are stated, the newest ones; and every twelve of them.
  private static final int MONTHS_STATED = 24;

  private final ReadFigures figures;
  private final ReadRecent recent;
  private final CountBehind behind;
  private final GuardStatements guard;
  private final StatedMemory memory;
  private final ObservationStore store;
  private final ReadShared shared;
  private final ReadLedger read;
  private final AppendRecords ledger;
  private final Clock clock;
  private final String country;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  StateFigures(
      ReadFigures figures,
      ReadRecent recent,
      CountBehind behind,
      GuardStatements guard,
      StatedMemory memory,
      ObservationStore store,
      ReadShared shared,
      ReadLedger read,
      AppendRecords ledger,
      Clock clock,
      @Value("${tripoint.node.country:ZZ}") String country,
      PlatformTransactionManager transactions) {
    this.figures = figures;
    this.recent = recent;
    this.behind = behind;
    this.guard = guard;
    this.memory = memory;
    this.store = store;
    this.shared = shared;
    this.read = read;
    this.ledger = ledger;
    this.clock = clock;
    this.country = country;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What became of an act.
  public sealed interface Outcome {
    /// Figures were stated.
    ///
    /// @param changed how many say something new
    /// @param unchanged how many were stated so already
    /// @param withheld how many are stated without a value, to protect small numbers
    record Done(int changed, int unchanged, int withheld) implements Outcome {}

    /// The definition has no source for this node's country, or nothing to state.
    record NothingToState() implements Outcome {}

    /// No agreement lets one of the countries have figures.
    record NoAgreement() implements Outcome {}
  }

  /// Whose node this is, if the metric has figures of it.
  public boolean isOurs(CountrySource source) {
    return source.country().code().equals(country);
  }

  /// Countries with an agreement that covers figures.
  public List<Country> listCountries() {
    return audiences().stream().map(SharedAudience::country).distinct().sorted().toList();
  }

  private List<SharedAudience> audiences() {
    return shared.listAudiences().stream()
        .filter(audience -> !audience.ended())
        .filter(audience -> audience.basis().kinds().contains(MetricObservation.KIND.name()))
        .toList();
  }

  /// States the figures of a definition, as they are today.
  ///
  /// @param apart values of the dimensions that are kept apart; usual ones where absent
  public Outcome state(
      Read.Usable usable, Map<String, String> apart, Set<Country> countries, String actor) {
    MetricDefinition definition = usable.definition();
    CountrySource source =
        definition.sources().stream().filter(this::isOurs).findFirst().orElse(null);
    if (source == null) {
      return new Outcome.NothingToState();
    }
    Set<String> partners =
        audiences().stream()
            .filter(audience -> countries.contains(audience.country()))
            .map(SharedAudience::partner)
            .collect(Collectors.toSet());
    if (partners.isEmpty()) {
      return new Outcome.NoAgreement();
    }
    Answer answer =
        figures.answer(definition, source.givenBy(Givers.OWN), apart, new Moment.Today());
    Act act = new Act(usable, answer, recent.of(answer), Set.copyOf(countries), partners);
    return Objects.requireNonNull(transaction.execute(status -> act.run(actor)));
  }

  /// SHA-256 of a definition's text, hex.
  public static String hashOf(Read.Usable usable) {
    return sha256(usable.held().document().yaml().getBytes(StandardCharsets.UTF_8));
  }

  private final class Act {
    private final Read.Usable usable;
    private final Answer answer;
    private final Recent firm;
    private final Set<Country> countries;
    private final Set<String> partners;
    private final Line line;
    private final Months months;

    Act(
        Read.Usable usable,
        Answer answer,
        Recent firm,
        Set<Country> countries,
        Set<String> partners) {
      this.usable = usable;
      this.answer = answer;
      this.firm = firm;
      this.countries = countries;
      this.partners = partners;
      MetricDefinition definition = usable.definition();
      this.line = new Line(definition.id(), definition.version(), answer.chosen());
      this.months = behind.of(answer.source().country());
    }

    Outcome run(String actor) {
      memory.lock();
      Map<StatedSpan, FigurePoint> points = points();
      if (points.isEmpty()) {
        return new Outcome.NothingToState();
      }
      List<StatedSpan> spans = List.copyOf(points.keySet());
      Set<StatedSpan> withheld = new HashSet<>();
      for (String partner : new java.util.TreeSet<>(partners)) {
        withheld.addAll(guard.withheld(partner, line, spans, months));
      }
      Instant now = clock.instant();
      List<MetricObservation> news = changed(points, withheld, commit(now));
      if (!news.isEmpty()) {
        ledger.append(new Batch(SOURCE, null, now, actor, entries(news)));
      }
      remember(points, withheld, now);
      return new Outcome.Done(news.size(), points.size() - news.size(), withheld.size());
    }

    /// The newest months as published, and every twelve months that lie within them.
    private Map<StatedSpan, FigurePoint> points() {
      Map<StatedSpan, FigurePoint> points = new java.util.LinkedHashMap<>();
      int length = answer.series().monthsOfValue();
      List<FigurePoint> published = answer.series().published();
      List<FigurePoint> newest =
          published.subList(Math.max(0, published.size() - MONTHS_STATED), published.size());
      newest.forEach(point -> points.put(new StatedSpan(length, point.month()), point));
      if (length == 1 && !newest.isEmpty()) {
        for (FigurePoint point : answer.series().rolling12()) {
          StatedSpan span = new StatedSpan(12, point.month());
          if (!span.first().isBefore(newest.getFirst().month())) {
            points.put(span, point);
          }
        }
      }
      return points;
    }

    private List<MetricObservation> changed(
        Map<StatedSpan, FigurePoint> points, Set<StatedSpan> withheld, String commitment) {
      Map<String, ObservationStore.Stated> standing = new HashMap<>();
      store.list(line.metric()).stream()
          .filter(stated -> stated.source().equals(SOURCE))
          .filter(stated -> stated.version() == line.version())
          .filter(stated -> stated.apart().equals(ObservationStore.apart(line.apart())))
          .forEach(stated -> standing.put(stated.span().key(), stated));
      List<MetricObservation> changed = new ArrayList<>();
      Map<StatedSpan, StatedExpectation> outlooks =
          withheld.isEmpty() ? outlooks(points) : Map.of();
      points.forEach((span, point) -> {
        MetricObservation said =
            observation(span, point, outlooks.get(span), withheld.contains(span), commitment);
        ObservationStore.Stated before = standing.get(span.key());
        if (before == null || before.state() != said.state() || !isSame(before, said)) {
          changed.add(said);
        }
      });
      return changed;
    }

    /// What the figures that may still change are expected to become. Where anything is withheld
    /// nothing is said: what is expected rests on every figure.
    private Map<StatedSpan, StatedExpectation> outlooks(Map<StatedSpan, FigurePoint> points) {
      Map<StatedSpan, StatedExpectation> outlooks = new HashMap<>();
      points.forEach((span, point) -> {
        Optional<RecentFigure> figure =
            span.months() == 12 ? firm.twelveMonths(span.last()) : firm.published(span.last());
        if (point.state().hasValue()
            && figure.map(RecentFigure::estimate).orElse(null) instanceof Expected expected) {
          outlooks.put(span, StatedExpectation.of(expected));
        }
      });
      return outlooks;
    }

    private boolean isSame(ObservationStore.Stated before, MetricObservation said) {
      BigDecimal value = before.value();
      BigDecimal now = said.value();
      return (value == null ? now == null : now != null && value.compareTo(now) == 0)
          && Objects.equals(before.outlook(), said.outlook());
    }

    private MetricObservation observation(
        StatedSpan span,
        FigurePoint point,
        @Nullable StatedExpectation outlook,
        boolean isWithheld,
        String commitment) {
      MetricDefinition definition = usable.definition();
      boolean isShown = !isWithheld || !point.state().hasValue();
      return new MetricObservation(
          definition.id(),
          definition.version(),
          hashOf(usable),
          answer.source().country(),
          answer.chosen(),
          answer.source().countedAs().id(),
          definition.calendar().id(),
          span.months(),
          span.last(),
          definition.unit(),
          isShown ? point.state() : FigureState.SUPPRESSED,
          isShown ? point.value() : null,
          outlook,
          commitment);
    }

    private List<Entry> entries(List<MetricObservation> said) {
      Marking marking = marking(countries);
      return said.stream()
          .<Entry>map(one -> new Entry.Put<>(MetricObservation.KIND, one.key(), one, marking, null))
          .toList();
    }

    private void remember(
        Map<StatedSpan, FigurePoint> points, Set<StatedSpan> withheld, Instant now) {
      for (String partner : partners) {
        memory.add(partner, line);
        points.forEach((span, point) -> {
          if (point.state().hasValue() && !withheld.contains(span)) {
            memory.told(partner, line, span, GuardStatements.behind(line, span, months), now);
          }
        });
      }
    }
  }

  /// A commitment to the newest checkpoint, another one for each act: the checkpoint itself would
  /// tell how many records there are.
  private String commit(Instant now) {
    String note = read.latestCheckpoint().map(Checkpoint::note).orElse("");
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    byte[] text = note.getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[salt.length + text.length];
    System.arraycopy(salt, 0, both, 0, salt.length);
    System.arraycopy(text, 0, both, salt.length, text.length);
    String commitment = sha256(both);
    memory.committed(commitment, salt, note, now);
    return commitment;
  }

  /// For the named countries and nobody beyond them, for any lawful purpose.
  private static Marking marking(Set<Country> countries) {
    return new Marking(
        Tlp.AMBER,
        countries,
        Set.of(),
        true,
        Permission.ASK,
        Permission.ALLOWED,
        Purpose.ANY_LAWFUL,
        null,
        null,
        false,
        SourceGrade.F_CANNOT_BE_JUDGED,
        InformationGrade.G6_CANNOT_BE_JUDGED,
        false);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every Java", e);
    }
  }
}
