package org.tripoint.node.exchange.partners;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.NodeCertificate;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// How this node introduces itself today: a new issue whenever its address, its keys or its name
/// have changed, each signed by a key that the one before names. Partners are handed each issue
/// over the connection that they know, so that nobody has to meet again.
@Service
public class OwnIntroduction {

  private static final Duration LAST_YEAR = Duration.ofDays(365);
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext(?))";

  private final Introductions introductions;
  private final NodeSigner signer;
  private final NodeCertificate certificate;
  private final SealingKey sealing;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  OwnIntroduction(
      Introductions introductions,
      NodeSigner signer,
      NodeCertificate certificate,
      SealingKey sealing,
      JdbcTemplate jdbc,
      Clock clock) {
    this.introductions = introductions;
    this.signer = signer;
    this.certificate = certificate;
    this.sealing = sealing;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// An issue of it.
  public record Issue(int number, String signed) {}

  /// The last issue; a new one when it no longer says what is.
  @Transactional
  public Issue current() {
    Optional<Issue> last = last();
    if (last.isPresent() && saysTheSame(last.get())) {
      return last.get();
    }
    jdbc.query(ONE_AT_A_TIME, row -> {}, "exchange.own_introduction");
    Optional<Issue> meanwhile = last();
    if (meanwhile.isPresent() && saysTheSame(meanwhile.get())) {
      return meanwhile.get();
    }
    int number = meanwhile.map(Issue::number).orElse(0) + 1;
    Issue issue = new Issue(number, introductions.write(number));
    jdbc.update(
        "insert into exchange.own_introduction (issue, signed, written) values (?, ?, ?)",
        number,
        issue.signed(),
        now());
    return issue;
  }

  private Optional<Issue> last() {
    return jdbc
        .query(
            "select issue, signed from exchange.own_introduction order by issue desc limit 1",
            (row, number) -> new Issue(row.getInt(1), row.getString(2)))
        .stream()
        .findFirst();
  }

  private boolean saysTheSame(Issue issue) {
    try {
      return introductions.isOfToday(introductions.read(issue.signed()));
    } catch (NotTrusted e) {
      return false; // of other keys: those of a home that was made anew
    }
  }

  /// Whether the partner still has to be handed this issue.
  public boolean isNewTo(Partner partner, Issue issue) {
    return takenBy(partner) < issue.number();
  }

  private int takenBy(Partner partner) {
    return jdbc
        .queryForList(
            "select issue from exchange.introduced where partner = ?",
            Integer.class,
            partner.name())
        .stream()
        .findFirst()
        .orElse(0);
  }

  /// The partner has it.
  public void taken(Partner partner, Issue issue) {
    takenUpTo(partner, issue.number());
  }

  /// The partner says that it has the issue of that number.
  public void takenUpTo(Partner partner, int number) {
    jdbc.update(
        """
        insert into exchange.introduced (partner, issue, at) values (?, ?, ?)
        on conflict (partner) do update set issue = excluded.issue, at = excluded.at
        where introduced.issue < excluded.issue
        """,
        partner.name(),
        number,
        now());
  }

  /// New keys: what signs and what issues certificates take over once every partner knows them;
  /// what packages are sealed for, as soon as a partner knows it.
  public void renewKeys() {
    sealing.renew();
    signer.prepareNext();
    certificate.prepareNext();
  }

  /// The certificates that were shown until now are no longer good: partners are told with the next
  /// issue, over a connection that shows a new one.
  public void revokeCertificates() {
    certificate.revoke();
  }

  /// When the certificate that is shown now was made: connections from before show another.
  public Instant certificateSince() {
    return certificate.shownSince();
  }

  /// Partners without whom the new keys do not take over yet; empty when none wait.
  public List<String> waitingFor(List<Partner> partners) {
    if (!areKeysWaiting()) {
      return List.of();
    }
    Issue issue = current();
    return partners.stream().filter(partner -> isNewTo(partner, issue)).map(Partner::name).toList();
  }

  public boolean areKeysWaiting() {
    return signer.hasNext() || certificate.hasNext();
  }

  /// When the authority that partners pinned ends, unless new keys take over before.
  public Instant goodUntil() {
    return certificate.goodUntil();
  }

  /// Lets new keys take over if every partner has taken the issue that names them; makes new ones
  /// in the last year of the authority.
  ///
  /// @return true when new keys took over: what was connected before shows the former ones
  public boolean settle(List<Partner> partners) {
    if (!areKeysWaiting()) {
      if (clock.instant().isAfter(certificate.goodUntil().minus(LAST_YEAR))) {
        renewKeys();
      }
      return false;
    }
    if (!waitingFor(partners).isEmpty()) {
      return false;
    }
    signer.promoteNext();
    certificate.promoteNext();
    return true;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
