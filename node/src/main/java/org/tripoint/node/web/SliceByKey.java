package org.tripoint.node.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The rows of a list in memory that one page shows.
///
/// @param first whether the page is the first one
/// @param next key of its last row, after which the next page begins; "" when there is none
public record SliceByKey<T>(List<T> rows, boolean first, String next) {

  public SliceByKey {
    rows = List.copyOf(rows);
  }

  /// The rows behind the one with the key; the first ones where no row has it.
  ///
  /// @param size rows of a page
  public static <T> SliceByKey<T> of(List<T> all, Function<T, String> key, String after, int size) {
    int from =
        after.isEmpty()
            ? 0
            : IntStream.range(0, all.size())
                .filter(i -> key.apply(all.get(i)).equals(after))
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    int to = Math.min(all.size(), from + size);
    return new SliceByKey<>(
        all.subList(from, to), from == 0, to == all.size() ? "" : key.apply(all.get(to - 1)));
  }
}
