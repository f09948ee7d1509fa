package org.tripoint.node.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.UnrecognisedInRecord.Unrecognised;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads records from JSON messages against the kinds of this node.
@Component
class RecordsMessage {

  private static final Set<String> MEMBERS =
      Set.of("kind", "source", "key", "published", "marking", "covers", "content", "withdraw");
  private static final Set<String> PARTS = Set.of("open", "nominal", "health");
  private static final Kind<Marking> MARKING = Kind.of("marking", 1, Marking.class);

  private final RecordKinds kinds;
  private final UnrecognisedInRecord unrecognised;
  private final ImportWords words;

  RecordsMessage(RecordKinds kinds, UnrecognisedInRecord unrecognised, ImportWords words) {
    this.kinds = kinds;
    this.unrecognised = unrecognised;
    this.words = words;
  }

  /// A record as it is asked to be appended.
  ///
  /// @param unrecognised names in it that nothing here recognises
  record Stated(String source, Instant published, Entry entry, List<Unrecognised> unrecognised) {
    Stated {
      unrecognised = List.copyOf(unrecognised);
    }
  }

  /// A rule that a member breaks.
  ///
  /// @param pointer where, RFC 6901
  /// @param expected what was expected, in the caller's language; of a value that no record of the
  ///   kind can have with the program's own words in English, as the schema of the kind says it
  /// @param rule the rule, where files have it too
  /// @param detail what files say of it, in the caller's language
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Wrong(String pointer, String expected, @Nullable String rule, @Nullable String detail) {}

  /// What holds of every record of a message.
  ///
  /// @param at when it came
  /// @param simulated what its sender says of its records
  /// @param isMixture true of a source whose records may not be such
  record Sent(Instant at, boolean simulated, Predicate<String> isMixture) {}

  /// What a message says, or every rule it breaks.
  record Read(@Nullable Stated stated, List<Wrong> wrong) {}

  /// @param at pointer of the record
  Read read(JsonNode node, String at, Sent sent, Locale locale) {
    var wrong = new BrokenRules(words, locale);
    if (!(node instanceof ObjectNode object)) {
      wrong.add(at, "object");
      return new Read(null, wrong.list());
    }
    object
        .propertyNames()
        .forEach(name -> {
          if (!MEMBERS.contains(name)) {
            wrong.add(at + "/" + escaped(name), "one-of", sorted(MEMBERS));
          }
        });
    String source = text(object, "source", at, wrong);
    if (!source.isEmpty() && !source.matches("[a-z0-9]+(-[a-z0-9]+){0,9}")) {
      wrong.add(at + "/source", "source");
    } else if (!source.isEmpty() && sent.isMixture().test(source)) {
      wrong.add(at + "/source", sent.simulated() ? "simulated-source" : "real-source", source);
    }
    String key = text(object, "key", at, wrong);
    if (key.length() > 3_900) {
      wrong.add(at + "/key", "key");
    }
    Instant published = published(object, at, sent.at(), wrong);
    Optional<Entry> entry =
        kind(object, at, wrong).flatMap(kind -> entry(kind, key, object, at, wrong));
    entry.ifPresent(one -> requireAfterEvent(one, published, object, at, wrong));
    return wrong.list().isEmpty() && entry.isPresent()
        ? new Read(stated(source, published, entry.get()), List.of())
        : new Read(null, wrong.list());
  }

  private Stated stated(String source, Instant published, Entry entry) {
    List<Unrecognised> names =
        entry instanceof Entry.Put<?> put ? unrecognised.find(put.content()) : List.of();
    return new Stated(source, published, entry, names);
  }

  /// An event is published after it happened, in a message as in a file.
  private static void requireAfterEvent(
      Entry entry, Instant published, ObjectNode object, String at, BrokenRules wrong) {
    if (!(entry instanceof Entry.Put<?> put) || !(put.content() instanceof Happened event)) {
      return;
    }
    LocalDate lastDay =
        PublicationInstant.lastDayOfEvents(
            new Publication(published, PublishedBasis.STATED_BY_SENDER));
    if (event.day().isAfter(lastDay)) {
      String part = object.path("content").path("open").isObject() ? "/open" : "";
      wrong.addAsInFiles(
          at + "/content" + part + "/date",
          "<= " + lastDay,
          new Finding(
              "date", RecordBatches.AFTER_PUBLICATION, event.day().toString(), lastDay.toString()));
    }
  }

  private static String text(ObjectNode object, String name, String at, BrokenRules wrong) {
    JsonNode node = object.path(name);
    if (!node.isString() || node.asString().isBlank()) {
      wrong.add(at + "/" + name, "text");
      return "";
    }
    requireKept(node.asString(), at + "/" + name, wrong);
    return node.asString();
  }

  /// JSON can write characters that no version can hold.
  private static void requireKept(String text, String at, BrokenRules wrong) {
    if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      wrong.add(at, "whole-characters");
    }
  }

  private static Instant published(ObjectNode object, String at, Instant now, BrokenRules wrong) {
    JsonNode node = object.path("published");
    if (node.isMissingNode()) {
      return now;
    }
    Optional<Instant> instant =
        node.isString() ? ImportsApi.instant(node.asString()) : Optional.empty();
    if (instant.isEmpty() || instant.get().isAfter(now)) {
      wrong.add(at + "/published", "published");
    }
    return instant.orElse(now);
  }

  private Optional<Kind<?>> kind(ObjectNode object, String at, BrokenRules wrong) {
    String name = text(object, "kind", at, wrong);
    List<Kind<?>> declared = kinds.listFromPeople();
    Optional<Kind<?>> found =
        declared.stream().filter(kind -> kind.name().equals(name)).findFirst();
    if (found.isEmpty() && !name.isEmpty()) {
      wrong.add(at + "/kind", "one-of", sorted(declared.stream().map(Kind::name).toList()));
    }
    return found;
  }

  private <C extends Record> Optional<Entry> entry(
      Kind<C> kind, String key, ObjectNode object, String at, BrokenRules wrong) {
    JsonNode withdraw = object.path("withdraw");
    if (!withdraw.isMissingNode()) {
      if (!withdraw.isString() || withdraw.asString().isBlank() || object.has("content")) {
        wrong.add(at + "/withdraw", "withdraw");
        return Optional.empty();
      }
      requireKept(withdraw.asString(), at + "/withdraw", wrong);
      return Optional.of(new Entry.Withdraw(kind, key, withdraw.asString()));
    }
    Optional<C> content = parsed(kind, object.path("content"), at + "/content", wrong);
    Optional<Marking> marking =
        object.has("marking")
            ? parsed(MARKING, object.path("marking"), at + "/marking", wrong)
            : Optional.of(Marking.originatorOnly(Marking.Purpose.LAW_ENFORCEMENT));
    LocalDate covers = covers(object, at, wrong);
    if (content.isEmpty() || marking.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Entry.Put<>(kind, key, content.get(), marking.get(), covers));
  }

  private static @Nullable LocalDate covers(ObjectNode object, String at, BrokenRules wrong) {
    JsonNode node = object.path("covers");
    if (node.isMissingNode()) {
      return null;
    }
    try {
      return LocalDate.parse(node.asString(""));
    } catch (DateTimeParseException e) {
      wrong.add(at + "/covers", "covers");
      return null;
    }
  }

  private <C extends Record> Optional<C> parsed(
      Kind<C> kind, JsonNode node, String at, BrokenRules wrong) {
    if (!(node instanceof ObjectNode object)) {
      wrong.add(at, "object");
      return Optional.empty();
    }
    try {
      C content = kinds.parse(kind, joined(object).toString());
      // What is read can still hold what no version can.
      kinds.write(kind, content);
      return Optional.of(content);
    } catch (IllegalArgumentException e) {
      wrong.addRefused(at, kind.name(), e);
      return Optional.empty();
    }
  }

  /// Content by part (`open`, `nominal`, `health`) as one object.
  private static ObjectNode joined(ObjectNode content) {
    if (!isByPart(content)) {
      return content;
    }
    ObjectNode all = content.objectNode();
    content.forEach(part -> all.setAll((ObjectNode) part));
    return all;
  }

  private static boolean isByPart(ObjectNode content) {
    return !content.isEmpty()
        && content
            .propertyStream()
            .allMatch(e -> PARTS.contains(e.getKey()) && e.getValue().isObject());
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String sorted(Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", "));
  }
}
