package org.tripoint.node.detectors.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.KeepSettings;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// What is watched and how: the list, switching on and off, tuning.
@Controller
class DetectorSettingPages {

  private static final String PAGE = "redirect:/detectors";

  private final ReadSettings settings;
  private final KeepSettings keep;
  private final Watches watches;
  private final SettingRows rows;
  private final RunReaders readers;
  private final SeriesWords words;

  DetectorSettingPages(
      ReadSettings settings,
      KeepSettings keep,
      Watches watches,
      SettingRows rows,
      RunReaders readers,
      SeriesWords words) {
    this.settings = settings;
    this.keep = keep;
    this.watches = watches;
    this.rows = rows;
    this.readers = readers;
    this.words = words;
  }

  @GetMapping("/detectors")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    SettingRows.All all = rows.all(settings.list(), page);
    model.addAttribute("rows", all.rows());
    model.addAttribute("total", all.total());
    model.addAttribute("unjudged", unjudged(page));
    model.addAttribute("detectors", rows.detectors());
    return "detectors/list";
  }

  /// Watches of which no setting that is on judges a series.
  private String unjudged(Page page) {
    Set<String> judged =
        settings.list().stream()
            .filter(DetectorSetting::on)
            .map(DetectorSetting::watch)
            .collect(Collectors.toSet());
    return watches.list().stream()
        .map(Watch::name)
        .filter(name -> !judged.contains(name))
        .map(name -> words.watch(name, page))
        .collect(Collectors.joining("; "));
  }

  @GetMapping("/detectors/setting")
  @RolesAllowed(Role.Names.STEWARD)
  String form(Page page, @ModelAttribute SettingForm typed, Model model) {
    SettingForm form =
        typed.isTyped()
            ? typed
            : settings
                .find(typed.text(typed.name()))
                .map(SettingForm::of)
                .orElseGet(() ->
                    new SettingForm("", Method.RECENT_SUMS, "", List.of(), "0.002", "0.2", "5"));
    return form(page, form, "", model);
  }

  private String form(Page page, SettingForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute(
        "methods",
        Arrays.stream(Method.values())
            .map(one -> new Option(one.name(), page.t("detectors.method." + one.name())))
            .toList());
    model.addAttribute(
        "watches",
        watches.list().stream()
            .map(one -> new Option(one.name(), words.watch(one.name(), page)))
            .toList());
    model.addAttribute(
        "dimensions",
        watches.list().stream()
            .flatMap(one -> one.dimensions().stream())
            .distinct()
            .map(one -> new Option(one, page.t("detectors.dimension." + one)))
            .toList());
    return "detectors/setting";
  }

  @PostMapping("/detectors/settings")
  @RolesAllowed(Role.Names.STEWARD)
  String keep(Page page, @ModelAttribute SettingForm form, Model model, RedirectAttributes next) {
    try {
      DetectorSetting typed = form.setting();
      boolean on = settings.find(typed.name()).map(DetectorSetting::on).orElse(false);
      keep.keep(typed, on, page.account());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return form(page, form, "detectors.problem", model);
    }
    readers.catchUp();
    next.addFlashAttribute("notice", "detectors.kept");
    return PAGE;
  }

  /// What was typed, over history, without keeping it.
  @PostMapping("/detectors/trials")
  @RolesAllowed(Role.Names.STEWARD)
  String tryOut(Page page, @ModelAttribute SettingForm form, Model model) {
    try {
      keep.require(form.setting());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return form(page, form, "detectors.trial.problem", model);
    }
    return "redirect:/detectors/back-run?" + form.query();
  }

  @PostMapping("/detectors/settings/{name}/on")
  @RolesAllowed(Role.Names.STEWARD)
  String on(Page page, @PathVariable String name, RedirectAttributes next) {
    return turn(page, name, true, next);
  }

  @PostMapping("/detectors/settings/{name}/off")
  @RolesAllowed(Role.Names.STEWARD)
  String off(Page page, @PathVariable String name, RedirectAttributes next) {
    return turn(page, name, false, next);
  }

  private String turn(Page page, String name, boolean on, RedirectAttributes next) {
    DetectorSetting setting =
        settings.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    keep.keep(setting, on, page.account());
    readers.catchUp();
    next.addFlashAttribute("notice", on ? "detectors.on" : "detectors.off");
    return PAGE;
  }
}
