package org.tripoint.node.database;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What markings let the person read for whom this thread works. A thread without one works for the
/// node and reads everything: readers of the ledger, the exchange, imports.
///
/// Set for the length of a request; what a request leaves to another thread takes it along by
/// [#taking(Runnable)].
///
/// @param ceiling the highest Traffic Light Protocol label that may be read, as markings write it
/// @param agency the agency whose records may be read beside those that name no agency; null: every
///   agency, empty: none
/// @param asks true when the person asks and nothing is to be changed
public record Sight(String ceiling, @Nullable String agency, boolean asks) {

  private static final String HIGHEST = "RED";
  private static final ThreadLocal<@Nullable Sight> NOW = new ThreadLocal<>();

  /// True when no marking keeps anything back.
  public boolean isWhole() {
    return ceiling.equals(HIGHEST) && agency == null;
  }

  /// What limits this thread; empty when nothing does.
  public static Optional<Sight> now() {
    return Optional.ofNullable(NOW.get());
  }

  /// From now on this thread works for a person; [#end()] must follow.
  public static void begin(Sight sight) {
    if (sight.isWhole()) {
      NOW.remove();
    } else {
      NOW.set(sight);
    }
  }

  /// The thread works for the node again.
  public static void end() {
    NOW.remove();
  }

  /// What the node does in a person's request for its own sake, such as bringing readers up to the
  /// ledger: with everything in sight.
  public static <T extends @Nullable Object> T asNode(Supplier<T> work) {
    Sight before = NOW.get();
    NOW.remove();
    try {
      return work.get();
    } finally {
      if (before != null) {
        NOW.set(before);
      }
    }
  }

  /// Work for another thread, with what this thread may read now.
  public static Runnable taking(Runnable work) {
    Sight here = NOW.get();
    if (here == null) {
      return work;
    }
    return () -> {
      begin(here);
      try {
        work.run();
      } finally {
        end();
      }
    };
  }
}
