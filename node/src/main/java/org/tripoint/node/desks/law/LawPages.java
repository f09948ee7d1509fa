package org.tripoint.node.desks.law;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.Days;
import org.tripoint.node.web.Page;

/// The matrix of substance, jurisdiction and day.
@Controller
class LawPages {

  private final ControlMatrix matrix;
  private final ShowMatrix show;
  private final Today today;

  LawPages(ControlMatrix matrix, ShowMatrix show, Today today) {
    this.matrix = matrix;
    this.show = show;
    this.today = today;
  }

  /// @param turn number of a day on which a rule turns, as the slider sends it; then `on` does not
  ///   count
  @GetMapping("/law")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(name = "class", defaultValue = "") String family,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean changed,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer turn,
      HttpServletResponse answer) {
    LocalDate day = turn == null ? Days.asked(on, today.day()) : matrix.turn(turn);
    MatrixQuery asked = new MatrixQuery(day, family, q.strip(), changed, after);
    if (turn != null) {
      answer.setHeader("HX-Push-Url", asked.address());
    }
    model.addAttribute("view", show.show(asked, page));
    return "law/matrix";
  }
}
