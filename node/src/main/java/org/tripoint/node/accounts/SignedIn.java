package org.tripoint.node.accounts;

import java.io.Serial;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

/// The signed-in account, as a session keeps it.
final class SignedIn implements UserDetails, CredentialsContainer {
  @Serial private static final long serialVersionUID = 1;

  private final String name;
  private final EnumSet<Role> roles;
  private final EnumSet<Part> reads;
  private final Tlp ceiling;
  private final @Nullable String agency;
  private final boolean enabled;
  private final int epoch;
  private String hash;

  SignedIn(
      String name,
      Set<Role> given,
      Set<Part> reads,
      Clearance clearance,
      boolean enabled,
      int epoch,
      String hash) {
    this.name = name;
    this.reads = EnumSet.noneOf(Part.class);
    this.reads.addAll(reads);
    this.roles = EnumSet.noneOf(Role.class);
    given.forEach(role -> roles.addAll(role.withLesser()));
    this.ceiling = clearance.ceiling();
    this.agency = clearance.agency();
    this.enabled = enabled;
    this.epoch = epoch;
    this.hash = hash;
  }

  static SignedIn of(Account account, String hash) {
    return new SignedIn(
        account.name(),
        account.roles(),
        account.reads(),
        account.clearance(),
        !account.isShut(),
        account.epoch(),
        hash);
  }

  Clearance clearance() {
    return new Clearance(ceiling, agency);
  }

  int epoch() {
    return epoch;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return authorities();
  }

  List<SimpleGrantedAuthority> authorities() {
    return Stream.concat(
            roles.stream().map(Role::name), reads.stream().map(part -> Page.READS + part.name()))
        .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
        .toList();
  }

  @Override
  public String getPassword() {
    return hash;
  }

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public void eraseCredentials() {
    hash = "";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedIn that && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
