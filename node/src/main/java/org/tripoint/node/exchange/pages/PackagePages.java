package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.packages.MakePackage;
import org.tripoint.node.exchange.packages.MakePackage.Made;
import org.tripoint.node.exchange.packages.PackageRefused;
import org.tripoint.node.exchange.packages.TakePackage;
import org.tripoint.node.exchange.packages.TakePackage.Taken;
import org.tripoint.node.web.Page;

/// Packages for a partner that no network reaches, and those that came from it.
@Controller
class PackagePages {

  static final String MEDIA_TYPE = "application/vnd.tripoint.package";

  private final MakePackage make;
  private final TakePackage take;
  private final PackageWords words;

  PackagePages(MakePackage make, TakePackage take, PackageWords words) {
    this.make = make;
    this.take = take;
    this.words = words;
  }

  @GetMapping("/exchange/partners/{name}/package/export")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  void download(
      @PathVariable String name,
      @RequestParam(defaultValue = "false") boolean all,
      HttpServletResponse response)
      throws IOException {
    Which which = all ? new Which.After(Place.START) : new Which.Unconfirmed();
    try {
      send(make.make(name, which), response);
    } catch (PackageRefused e) {
      response.sendError(
          e.reason() == PackageRefused.Reason.NO_PARTNER
              ? HttpServletResponse.SC_NOT_FOUND
              : HttpServletResponse.SC_CONFLICT);
    }
  }

  static void send(Made made, HttpServletResponse response) throws IOException {
    try {
      response.setContentType(MEDIA_TYPE);
      response.setContentLengthLong(Files.size(made.file()));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(made.name()).build().toString());
      response.setHeader("Tripoint-Batches", Long.toString(made.batches()));
      response.setHeader("Tripoint-Receipts", Long.toString(made.receipts()));
      Files.copy(made.file(), response.getOutputStream());
    } finally {
      Files.deleteIfExists(made.file());
    }
  }

  @PostMapping("/exchange/partners/{name}/package")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String upload(
      Page page,
      @PathVariable String name,
      @RequestParam MultipartFile file,
      RedirectAttributes next)
      throws IOException {
    try (InputStream in = file.getInputStream()) {
      Taken taken = take.take(in);
      next.addFlashAttribute("said", words.of(taken, page.instant(taken.at()), page.locale()));
      return "redirect:/exchange/partners/" + taken.from();
    } catch (PackageRefused e) {
      next.addFlashAttribute("refused", words.of(e, page.locale()));
      return "redirect:/exchange/partners/" + name;
    }
  }
}
