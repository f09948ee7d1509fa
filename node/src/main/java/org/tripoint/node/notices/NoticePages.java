package org.tripoint.node.notices;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SliceByKey;
import org.tripoint.node.web.Tab;
import org.tripoint.node.web.paper.PrintPaper;

/// Notices of this country and of partners, one with its preview in three languages, and its files.
@Controller
class NoticePages {

  private static final int ROWS = 50;
  private static final List<String> SHOWN = List.of("all", "own", "partners", "late");

  private final ListNotices notices;
  private final NoticeLanguages languages;
  private final FindStructure structures;
  private final DrawSubstances draw;
  private final HereAndPartners here;

  NoticePages(
      ListNotices notices,
      NoticeLanguages languages,
      FindStructure structures,
      DrawSubstances draw,
      HereAndPartners here) {
    this.notices = notices;
    this.languages = languages;
    this.structures = structures;
    this.draw = draw;
    this.here = here;
  }

  @GetMapping("/notices")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(defaultValue = "") String after) {
    List<NoticeView> all =
        notices.list().stream()
            .filter(one ->
                switch (show) {
                  case "own" -> one.own();
                  case "partners" -> !one.own();
                  case "late" -> one.clocks().stream().anyMatch(NoticeClock::isOverdue);
                  default -> true;
                })
            .toList();
    SliceByKey<NoticeView> slice = SliceByKey.of(all, NoticeView::number, after, ROWS);
    model.addAttribute("notices", slice.rows());
    model.addAttribute("first", slice.first() ? "" : page.with("after", ""));
    model.addAttribute("next", slice.next().isEmpty() ? "" : page.with("after", slice.next()));
    model.addAttribute(
        "tabs",
        SHOWN.stream()
            .map(one ->
                new Tab(
                    page.t("notices.show." + one),
                    "/notices?show=" + one,
                    one.equals(SHOWN.contains(show) ? show : "all")))
            .toList());
    return "notices/list";
  }

  @GetMapping("/notices/{number}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String notice(
      Page page,
      Model model,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String in) {
    NoticeView view = find(number);
    Language language = Language.find(in).orElse(page.language());
    model.addAttribute("view", view);
    model.addAttribute("in", languages.in(language));
    model.addAttribute(
        "drawings", view.body().map(body -> draw.of(body, language)).orElse(List.of()));
    model.addAttribute("country", here.country());
    model.addAttribute(
        "tabs",
        Arrays.stream(Language.values())
            .map(one ->
                new Tab(one.ownName(), "/notices/" + number + "?in=" + one.code(), one == language))
            .toList());
    return "notices/notice";
  }

  @GetMapping("/notices/{number}/file")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> file(
      Page page,
      @PathVariable String number,
      @RequestParam(defaultValue = "pdf") String format,
      @RequestParam(defaultValue = "") String in) {
    NoticeView view = find(number);
    NoticeBody body =
        view.body().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Language language = Language.find(in).orElse(page.language());
    NoticePaper paper =
        new NoticePaper(
            view, body, languages.in(language), page.synthetic(), draw.of(body, language));
    NoticeRows rows = new NoticeRows(view, body, structures);
    return switch (format) {
      case "pdf" -> file(PrintPaper.pdf(paper.xhtml()), "application/pdf", number, "pdf");
      case "unodc" -> file(bytes(rows.unodc()), "text/csv;charset=UTF-8", number, "unodc.csv");
      case "euda" -> file(bytes(rows.euda()), "text/csv;charset=UTF-8", number, "euda.csv");
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ResponseEntity<byte[]> file(
      byte[] bytes, String type, String number, String ending) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("notice-" + number + "." + ending)
                .build()
                .toString())
        .body(bytes);
  }

  private NoticeView find(String number) {
    Optional<NoticeView> found = notices.find(number);
    return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
