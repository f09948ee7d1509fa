package org.tripoint.node.sharing.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.sharing.ReadDisclosures;
import org.tripoint.node.sharing.ReadDisclosures.Disclosed;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.WriteDisclosures;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// The disclosure ledger: what every partner was given and what was called back, newest first.
@Controller
class DisclosurePages {
  private static final int ROWS = 50;

  private final ReadDisclosures disclosures;
  private final ReadShared shared;
  private final WriteDisclosures write;
  private final ReadLedger ledger;
  private final AskedOnPage.Days days;

  DisclosurePages(
      ReadDisclosures disclosures,
      ReadShared shared,
      WriteDisclosures write,
      ReadLedger ledger,
      AskedOnPage.Days days) {
    this.disclosures = disclosures;
    this.shared = shared;
    this.write = write;
    this.ledger = ledger;
    this.days = days;
  }

  @GetMapping("/exchange/disclosures")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String list(Page page, @ModelAttribute("asked") AskedOnPage asked, Model model) {
    List<Disclosed> found =
        asked.isReadable()
            ? disclosures.list(days.asked(asked), asked.place(), ROWS + 1)
            : List.of();
    Shown shown = Shown.of(found, asked);
    model.addAttribute("lines", shown.lines());
    model.addAttribute("newer", shown.newer());
    model.addAttribute("older", shown.older());
    model.addAttribute("partners", partners(page));
    model.addAttribute("kinds", kinds(page));
    return "sharing/disclosures";
  }

  /// The page's lines, and where the list goes on.
  private record Shown(List<Disclosed> lines, String newer, String older) {
    static Shown of(List<Disclosed> found, AskedOnPage asked) {
      boolean more = found.size() > ROWS;
      boolean upwards = asked.place().filter(ReadDisclosures.Place::newer).isPresent();
      List<Disclosed> lines =
          !more ? found : upwards ? found.subList(1, ROWS + 1) : found.subList(0, ROWS);
      if (lines.isEmpty()) {
        return new Shown(lines, asked.place().isEmpty() ? "" : asked.address(), "");
      }
      boolean hasNewer = upwards ? more : asked.place().isPresent();
      boolean hasOlder = upwards || more;
      return new Shown(
          lines,
          hasNewer ? asked.address("after", lines.getFirst()) : "",
          hasOlder ? asked.address("before", lines.getLast()) : "");
    }
  }

  /// The file that is checked without this node: `tripoint verify --disclosures`.
  @GetMapping("/exchange/disclosures/export")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  void export(@ModelAttribute("asked") AskedOnPage asked, HttpServletResponse response)
      throws IOException {
    if (!asked.isReadable()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (ledger.latestCheckpoint().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    response.setContentType("application/jsonl");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("disclosures.jsonl").build().toString());
    write.write(days.asked(asked), response.getOutputStream());
  }

  private List<Option> partners(Page page) {
    return withAny(
        page,
        shared.listAudiences().stream()
            .map(ReadShared.SharedAudience::partner)
            .distinct()
            .sorted()
            .map(name -> new Option(name, name)));
  }

  private List<Option> kinds(Page page) {
    return withAny(
        page,
        disclosures.listKinds().stream().map(kind -> new Option(kind, kindInWords(page, kind))));
  }

  private static String kindInWords(Page page, String kind) {
    return page.has("proof.kind." + kind) ? page.t("proof.kind." + kind) : kind;
  }

  private static List<Option> withAny(Page page, Stream<Option> options) {
    List<Option> all = new ArrayList<>(List.of(new Option("", page.t("sharing.any"))));
    options.forEach(all::add);
    return all;
  }
}
