package org.tripoint.node.desks.law.gaps;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.law.Today;
import org.tripoint.node.desks.law.gaps.GapReview.Review;
import org.tripoint.node.web.Days;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SliceByKey;
import org.tripoint.node.web.Tab;
import org.tripoint.node.web.paper.PrintPaper;

/// The gap review on a day, by question, and its working paper.
@Controller
class GapPages {

  private static final int ROWS = 50;

  private final GapReview review;
  private final Today today;
  private final List<Duty> duties = Duty.readOwn();

  GapPages(GapReview review, Today today) {
    this.review = review;
    this.today = today;
  }

  @GetMapping("/law/gaps")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "Q1") String question,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String after) {
    LocalDate day = Days.asked(on, today.day());
    Question asked = question(question);
    Review found = review.on(day);
    GapTable all = new TableOfGaps(found, duties, page).all(asked);
    SliceByKey<GapTable.Row> shown = SliceByKey.of(all.rows(), GapTable.Row::key, after, ROWS);
    model.addAttribute("on", day.toString());
    model.addAttribute("day", page.day(day));
    model.addAttribute(
        "table",
        new GapTable(
            all.question(),
            all.title(),
            all.why(),
            all.headings(),
            shown.rows(),
            all.total(),
            shown.first() ? "" : page.with("after", ""),
            shown.next().isEmpty() ? "" : page.with("after", shown.next())));
    model.addAttribute(
        "tabs",
        Arrays.stream(Question.values())
            .map(one ->
                new Tab(
                    TableOfGaps.title(one, page),
                    "/law/gaps?question=" + one + "&on=" + day,
                    one == asked))
            .toList());
    return "law/gaps";
  }

  private static Question question(String asked) {
    return Arrays.stream(Question.values())
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElse(Question.Q1);
  }

  @GetMapping("/law/gaps/paper")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> paper(
      Page page,
      @RequestParam(defaultValue = "html") String format,
      @RequestParam(defaultValue = "") String on) {
    LocalDate day = Days.asked(on, today.day());
    WorkingPaper paper = new WorkingPaper(review.on(day), duties, page);
    return switch (format) {
      case "html" -> file(paper.html(), "text/html;charset=UTF-8", "html", day);
      case "pdf" -> file(PrintPaper.pdf(paper.html()), "application/pdf", "pdf", day);
      case "csv" -> file(paper.csv(), "text/csv;charset=UTF-8", "csv", day);
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static ResponseEntity<byte[]> file(
      String text, String type, String ending, LocalDate day) {
    return file(text.getBytes(StandardCharsets.UTF_8), type, ending, day);
  }

  private static ResponseEntity<byte[]> file(
      byte[] bytes, String type, String ending, LocalDate day) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("gap-review-" + day + "." + ending)
                .build()
                .toString())
        .body(bytes);
  }
}
