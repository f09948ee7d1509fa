package org.tripoint.node.desks.law.reading;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.law.LawEntries;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.law.reading.CompareReadings.Change;
import org.tripoint.node.desks.law.reading.LawReadings.Touching;
import org.tripoint.node.desks.law.reading.ReadingView.ChangeView;
import org.tripoint.node.desks.law.reading.ReadingView.ItemView;
import org.tripoint.node.desks.law.reading.ReadingView.Line;
import org.tripoint.node.substances.RegistryWords;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Instruments that were read, and what the newest reading of each changed.
@Controller
class ReadingPages {

  private static final int MOST_SHOWN = 300;

  private final LawReadings readings;
  private final LawEntries entries;

  ReadingPages(LawReadings readings, LawEntries entries) {
    this.readings = readings;
    this.entries = entries;
  }

  @GetMapping("/law/readings")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    return list(page, model, "");
  }

  private String list(Page page, Model model, String problem) {
    model.addAttribute("problem", problem);
    model.addAttribute("mayRead", page.mayUse(Role.Names.STEWARD));
    model.addAttribute(
        "lines",
        entries.list(LawReading.KIND).stream()
            .map(one ->
                new Line(
                    one.record().toString(),
                    one.content().instrument(),
                    one.content().title(),
                    one.content().language(),
                    day(one.content().currentTo(), page),
                    page.instant(one.at())))
            .toList());
    return "law/readings";
  }

  private static String day(@Nullable LocalDate day, Page page) {
    return day == null ? "" : page.day(day);
  }

  @PostMapping("/law/readings")
  @RolesAllowed(Role.Names.STEWARD)
  String take(Page page, Model model, @RequestParam MultipartFile file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      byte[] bytes = in.readNBytes(ReadText.MOST_BYTES + 1);
      return "redirect:/law/readings/" + readings.take(bytes, page.account());
    } catch (TextRefused e) {
      return list(page, model, page.t("law.reading.refused." + e.why(), e.where()));
    }
  }

  @GetMapping("/law/readings/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model, @PathVariable String record) {
    LawEntries.Kept<LawReading> kept =
        entries.list(LawReading.KIND).stream()
            .filter(one -> one.record().toString().equals(record))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", view(kept, page));
    return "law/reading";
  }

  private ReadingView view(LawEntries.Kept<LawReading> kept, Page page) {
    LawReading reading = kept.content();
    RecordId record = kept.record();
    List<Option> facts = new ArrayList<>();
    facts.add(new Option(page.t("proof.field.instrument"), reading.instrument()));
    facts.add(new Option(page.t("proof.field.language"), reading.language()));
    if (reading.currentTo() != null) {
      facts.add(new Option(page.t("proof.field.currentTo"), day(reading.currentTo(), page)));
    }
    if (reading.amended() != null) {
      facts.add(new Option(page.t("proof.field.amended"), day(reading.amended(), page)));
    }
    facts.add(new Option(page.t("proof.field.sha256"), reading.sha256()));
    facts.add(new Option(page.t("law.reading.read"), page.instant(kept.at())));
    facts.add(new Option(page.t("law.reading.items"), page.number(reading.items().size())));
    return new ReadingView(
        record.toString(),
        reading.title().isEmpty() ? reading.instrument() : reading.title(),
        reading.language(),
        facts,
        readings.list(record).size() > 1,
        readings.changes(record).stream().map(one -> change(one, page)).toList(),
        reading.items().stream()
            .limit(MOST_SHOWN)
            .map(item -> new ItemView(item.path(), item.text(), day(item.since(), page)))
            .toList(),
        Math.max(0, reading.items().size() - MOST_SHOWN));
  }

  private static ChangeView change(Touching touching, Page page) {
    RegistryWords words = new RegistryWords(page);
    Change change = touching.change();
    LawReading.Item before = change.before();
    LawReading.Item after = change.after();
    String place =
        before == null || after == null || before.path().equals(after.path())
            ? path(after == null ? before : after)
            : before.path() + " → " + after.path();
    return new ChangeView(
        page.t("law.reading.sort." + change.sort()),
        switch (change.sort()) {
          case ADDED -> "good";
          case REMOVED -> "bad";
          case CHANGED -> "warning";
          case RENUMBERED -> "info";
        },
        place,
        text(before),
        change.sort() == CompareReadings.Sort.RENUMBERED ? "" : text(after),
        touching.substances().stream().map(one -> new Option(one.id(), words.name(one))).toList());
  }

  private static String path(LawReading.@Nullable Item item) {
    return item == null ? "" : item.path();
  }

  private static String text(LawReading.@Nullable Item item) {
    return item == null ? "" : item.text();
  }
}
