package org.tripoint.node.detectors.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.SmallCountsOfPeople;
import org.tripoint.node.detectors.judging.ShowSeries;
import org.tripoint.node.web.Page;

/// One series with what was expected of it.
@Controller
class SeriesPages {

  private final ReadSettings settings;
  private final ShowSeries series;
  private final SeriesViews views;
  private final SmallCountsOfPeople people;

  SeriesPages(
      ReadSettings settings, ShowSeries series, SeriesViews views, SmallCountsOfPeople people) {
    this.people = people;
    this.settings = settings;
    this.series = series;
    this.views = views;
  }

  @GetMapping("/detectors/series")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, @RequestParam String setting, @RequestParam List<String> at, Model model) {
    DetectorSetting its =
        settings
            .find(setting)
            .filter(one -> one.dimensions().size() == at.size())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    SeriesView view =
        series
            .show(its, at)
            .map(shown -> views.view(its, at, shown, page))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", view);
    return people.areHeldBack(its, page.readable())
        ? "detectors/series-held-back"
        : "detectors/series";
  }
}
