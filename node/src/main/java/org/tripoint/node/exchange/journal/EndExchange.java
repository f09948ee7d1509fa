package org.tripoint.node.exchange.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;

/// Ends the exchange with a partner's node. What the partner was given has been called back before,
/// while it can still be told; what it has not confirmed by then stays on the list of recalls that
/// were never confirmed.
@Service
public class EndExchange {

  private final JdbcTemplate jdbc;
  private final ReadShared shared;
  private final IntroducePartner introduce;

  EndExchange(JdbcTemplate jdbc, ReadShared shared, IntroducePartner introduce) {
    this.jdbc = jdbc;
    this.shared = shared;
    this.introduce = introduce;
  }

  /// Why it was not ended.
  public enum Refusal {
    /// Its audiences have not been ended: it goes on being given what they may have.
    AUDIENCES_STAND,
    /// Not everything that it was given is in a batch that calls it back.
    STILL_CALLING_BACK,
    /// It has not confirmed every recall, and nobody said that it shall end without that.
    NOT_CONFIRMED
  }

  /// Ends it, unless something stands against that.
  ///
  /// @param evenUnconfirmed whether it shall end although recalls are not confirmed
  /// @return why it was not ended; empty when it was
  public Optional<Refusal> end(
      Partner partner, String reason, String actor, boolean evenUnconfirmed) {
    Optional<Refusal> refusal = refusal(partner.name(), evenUnconfirmed);
    if (refusal.isEmpty()) {
      introduce.end(partner.name(), reason, actor);
    }
    return refusal;
  }

  private Optional<Refusal> refusal(String partner, boolean evenUnconfirmed) {
    List<SharedAudience> audiences =
        shared.listAudiences().stream().filter(one -> one.partner().equals(partner)).toList();
    if (audiences.stream().anyMatch(one -> !one.ended() && !one.isExceptional())) {
      return Optional.of(Refusal.AUDIENCES_STAND);
    }
    if (hasAny(audiences)) {
      return Optional.of(Refusal.STILL_CALLING_BACK);
    }
    return !evenUnconfirmed && hasOpenRecalls(partner)
        ? Optional.of(Refusal.NOT_CONFIRMED)
        : Optional.empty();
  }

  /// True while something that was given is not called back, or its recall is in no batch.
  private boolean hasAny(List<SharedAudience> audiences) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select 1 from exchange.entry e
              join exchange.object o on o.id = e.object and o.modified = e.modified
              where e.audience = any (?) and e.line is not null and (
                (e.action = 0 and e.superseded is null and e.gone is null and not o.revoked)
                  or (e.action = 1 and e.date_added > coalesce(
                    (select b.date_added from exchange.batched b where b.audience = e.audience),
                    -1))))
            """,
            Boolean.class,
            (Object) audiences.stream().map(SharedAudience::bit).toArray(Integer[]::new)));
  }

  private boolean hasOpenRecalls(String partner) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select 1 from exchange.sent_recall where partner = ? and complied is null)
            """,
            Boolean.class,
            partner));
  }
}
