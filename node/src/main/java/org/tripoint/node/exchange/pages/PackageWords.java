package org.tripoint.node.exchange.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.CarryJournal.Outcome;
import org.tripoint.node.exchange.packages.PackageRefused;
import org.tripoint.node.exchange.packages.TakePackage.Taken;

/// What people are told of a package, on pages and by the interface for programs.
@Component
class PackageWords {

  private final MessageSource words;

  PackageWords(MessageSource words) {
    this.words = words;
  }

  String of(PackageRefused refused, Locale locale) {
    return say("refused." + refused.reason(), locale, refused.place());
  }

  /// @param made when the package was made, as the reader writes it
  String of(Taken taken, String made, Locale locale) {
    Outcome.Taken what = taken.what();
    StringBuilder text =
        new StringBuilder(
            taken.anythingNew()
                ? say(
                    "taken",
                    locale,
                    taken.from(),
                    made,
                    what.batches(),
                    what.had(),
                    what.receipts())
                : say("nothing-new", locale, taken.from(), made, what.receipts()));
    if (what.early() > 0) {
      text.append(' ')
          .append(say("early", locale, taken.from(), what.early(), what.upTo().number()));
    }
    if (what.receiptsRefused() > 0) {
      text.append(' ')
          .append(say("receipts-refused", locale, taken.from(), what.receiptsRefused()));
    }
    return text.toString();
  }

  private String say(String key, Locale locale, Object... arguments) {
    return words.getMessage("exchange.package." + key, arguments, locale);
  }
}
