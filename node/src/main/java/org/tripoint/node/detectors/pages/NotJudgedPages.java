package org.tripoint.node.detectors.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
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
import org.tripoint.node.detectors.judging.NotJudged;
import org.tripoint.node.detectors.judging.ShowSeries;
import org.tripoint.node.detectors.judging.StandingOfSettings;
import org.tripoint.node.detectors.pages.NotJudgedRow.OneSeries;
import org.tripoint.node.web.Page;

/// Which series of a setting are not judged in their latest period, and why.
@Controller
class NotJudgedPages {

  private static final int MOST_LISTED = 200;

  private final ReadSettings settings;
  private final StandingOfSettings standing;
  private final SeriesWords words;

  NotJudgedPages(ReadSettings settings, StandingOfSettings standing, SeriesWords words) {
    this.settings = settings;
    this.standing = standing;
    this.words = words;
  }

  @GetMapping("/detectors/not-judged")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, @RequestParam String setting, Model model) {
    DetectorSetting its =
        settings.find(setting).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<NotJudgedRow> rows = new ArrayList<>();
    standing.of(its).notJudged().forEach((why, count) -> rows.add(row(its, why, count, page)));
    model.addAttribute("title", words.what(its, page));
    model.addAttribute("method", words.method(its, page));
    model.addAttribute("rows", rows);
    return "detectors/notjudged";
  }

  private NotJudgedRow row(DetectorSetting setting, NotJudged why, long count, Page page) {
    List<OneSeries> series =
        standing.notJudged(setting, why, MOST_LISTED).stream()
            .map(at -> new OneSeries(words.series(setting, at, page), ShowSeries.link(setting, at)))
            .toList();
    long more = count - series.size();
    return new NotJudgedRow(
        words.notJudged(why, page),
        page.number(count),
        series,
        more > 0 ? page.t("detectors.not-judged.more", page.number(more)) : "");
  }
}
