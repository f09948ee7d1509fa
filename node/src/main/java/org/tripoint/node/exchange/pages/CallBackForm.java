package org.tripoint.node.exchange.pages;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.tripoint.node.sharing.Narrowing;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;

/// What a person has ticked to take away from a marking; what is empty stays as it is.
record CallBackForm(
    @Nullable Set<String> countries,
    @Nullable Set<String> agencies,
    @Nullable Tlp tlp,
    @Nullable Boolean control,
    @Nullable Permission court,
    @Nullable Permission derivative,
    @Nullable Purpose purpose,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expires,
    @Nullable Boolean protectedSource,
    @Nullable Boolean verify) {

  /// A country that ISO does not know cannot have been named by a marking.
  Narrowing narrowing() {
    return new Narrowing(
        countries == null
            ? Set.of()
            : countries.stream()
                .flatMap(code -> Country.find(code).stream())
                .collect(Collectors.toSet()),
        agencies == null ? Set.of() : agencies,
        tlp,
        Boolean.TRUE.equals(control),
        court,
        derivative,
        purpose,
        expires,
        Boolean.TRUE.equals(protectedSource),
        Boolean.TRUE.equals(verify));
  }
}
