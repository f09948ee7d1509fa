package org.tripoint.node.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Part;

/// One person's account.
///
/// @param name short name they sign in with
/// @param fullName as colleagues read it
/// @param roles as given; see [Role#withLesser()]
/// @param reads parts of records beside the open one that the person may read
/// @param disabled true when it may not be used
/// @param mustChange true until the person has set a password of their own
/// @param epoch goes up when rights or the password change; sessions of an older one end
/// @param language `en`, `es`, `fr`, or null when none was chosen
/// @param issuer the provider of identities that vouches for the person, or null for an account of
///   this node
/// @param theme `auto`, `light` or `dark`
/// @param signedInAt last sign-in, or null
/// @param signedInBefore the sign-in before that, or null: what is new since then is news
/// @param lastDay the last day on which it may be used, or null
/// @param ended true when that day is over
/// @param clearance the markings that the person may read
public record Account(
    String name,
    String fullName,
    Set<Role> roles,
    Set<Part> reads,
    boolean disabled,
    boolean mustChange,
    int epoch,
    @Nullable String issuer,
    @Nullable String language,
    String theme,
    Instant createdAt,
    @Nullable Instant signedInAt,
    @Nullable Instant signedInBefore,
    @Nullable LocalDate lastDay,
    boolean ended,
    Clearance clearance) {
  public Account {
    roles = Set.copyOf(roles);
    reads = Set.copyOf(reads);
  }

  Rights rights() {
    return new Rights(roles, reads, lastDay, clearance);
  }

  /// True when nobody signs in with it.
  public boolean isShut() {
    return disabled || ended;
  }

  /// True when the person signs in with a provider, which also says what they may do.
  public boolean isOfProvider() {
    return issuer != null;
  }
}
