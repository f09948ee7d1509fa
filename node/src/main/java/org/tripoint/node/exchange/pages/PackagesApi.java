package org.tripoint.node.exchange.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.CarryJournal.Outcome;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.packages.MakePackage;
import org.tripoint.node.exchange.packages.PackageRefused;
import org.tripoint.node.exchange.packages.TakePackage;
import org.tripoint.node.exchange.packages.TakePackage.Taken;

/// Packages over the REST interface, as the commands `pack` and `unpack` use it.
@RestController
@RequestMapping("/api/exchange/packages")
@Tag(
    name = "Packages",
    description = "What partners' nodes exchange in files where no network reaches them")
class PackagesApi {

  private static final Pattern PLACE = Pattern.compile("([0-9]{1,6})/([0-9]{1,15})");

  private final MakePackage make;
  private final TakePackage take;
  private final PackageWords words;

  PackagesApi(MakePackage make, TakePackage take, PackageWords words) {
    this.make = make;
    this.take = take;
    this.words = words;
  }

  @GetMapping("/{partner}/export")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(
      summary = "Make a package for a partner",
      description =
          "What it has not confirmed, with the receipts it is owed; signed, and sealed for it"
              + " alone.")
  void make(
      @PathVariable String partner,
      @Parameter(description = "Everything after this place, such as 1/17; 1/0 is everything")
          @RequestParam(required = false)
          @Nullable String after,
      HttpServletResponse response)
      throws IOException {
    PackagePages.send(make.make(partner, which(after)), response);
  }

  private static Which which(@Nullable String after) throws PackageRefused {
    if (after == null) {
      return new Which.Unconfirmed();
    }
    Matcher place = PLACE.matcher(after);
    if (!place.matches() || Integer.parseInt(place.group(1)) < 1) {
      throw PackageRefused.noPlace(after);
    }
    return new Which.After(
        new Place(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2))));
  }

  /// What became of a package.
  ///
  /// @param from short name of the partner that made it
  /// @param made when, ISO text
  /// @param batches that were new
  /// @param had batches that had been taken before
  /// @param receipts for batches of this node
  /// @param receiptsRefused receipts for no batch as it was sent
  /// @param upTo the partner's journal has been taken up to here without a gap
  /// @param early batches behind a gap
  /// @param message the same in the caller's language
  record Answer(
      String from,
      String made,
      long batches,
      long had,
      long receipts,
      long receiptsRefused,
      String upTo,
      long early,
      String message) {}

  @PostMapping
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(
      summary = "Take a package of a partner",
      description = "The body is the file as it is. Taking it again, or in another order, is safe.")
  Answer take(HttpServletRequest request, Locale locale) throws IOException {
    Taken taken = take.take(request.getInputStream());
    Outcome.Taken what = taken.what();
    return new Answer(
        taken.from(),
        taken.at().toString(),
        what.batches(),
        what.had(),
        what.receipts(),
        what.receiptsRefused(),
        what.upTo().epoch() + "/" + what.upTo().number(),
        what.early(),
        words.of(taken, taken.at().toString(), locale));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(PackageRefused refused, Locale locale) {
    HttpStatus status =
        switch (refused.reason()) {
          case NO_PARTNER -> HttpStatus.NOT_FOUND;
          case NO_PLACE -> HttpStatus.BAD_REQUEST;
          case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
          case NO_SEALING_KEY, STOPPED, NOTHING_GIVEN, CONTRADICTS -> HttpStatus.CONFLICT;
          case NO_PACKAGE,
              LATER_FORM,
              FOR_ANOTHER_KEY,
              ALTERED,
              CUT_OFF,
              UNREADABLE,
              STRANGER,
              NOT_SIGNED,
              FORWARDED ->
              HttpStatus.UNPROCESSABLE_CONTENT;
        };
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.of(refused, locale));
    problem.setType(
        URI.create(
            "urn:tripoint:problem:package-"
                + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
