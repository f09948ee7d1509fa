package org.tripoint.node.exchange.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.JournalHeads.Commitment;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.vocabulary.Kind;

/// Nodes' words on their own ledgers, day by day. A word says nothing of a ledger's size or root,
/// which would tell of records that a partner may not know of; opened to an auditor, it shows that
/// the ledger of that day is still the one that the partner was told of.
///
/// A word is given for every day, whether or not anything changed, and is another one each day. For
/// days on which the node was down it is given afterwards.
@Service
public class Commitments {

  private static final String SALT = "tripoint-salt";

  /// Days for which a node that was down so long gives its words afterwards.
  private static final int MOST_MISSED = 366;

  private final JdbcTemplate jdbc;
  private final ReadLedger ledger;
  private final NodeSigner signer;
  private final Clock clock;

  Commitments(JdbcTemplate jdbc, ReadLedger ledger, NodeSigner signer, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.signer = signer;
    this.clock = clock;
  }

  /// What opens a word.
  ///
  /// @param day for which it was given, ISO text
  /// @param salt 32 bytes, hexadecimal
  /// @param note the signed note of the last checkpoint before that day; empty when there was none
  public record Opening(String day, String salt, String note) {
    static final Kind<Opening> FORM = Kind.of("commitment-opening", 1, Opening.class);

    public Opening {
      if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || !salt.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("expected a day and a salt of 64 hexadecimal digits");
      }
    }

    /// SHA-256 over the salt and the note, hexadecimal.
    public String sha256() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(HexFormat.of().parseHex(salt));
      all.writeBytes(note.getBytes(StandardCharsets.UTF_8));
      return SigningKeys.sha256(all.toByteArray());
    }
  }

  /// A word that was given or came.
  ///
  /// @param partner who gave it; this node's own name for its own
  /// @param at when it came; midnight for this node's own
  public record Word(String partner, LocalDate day, String sha256, Instant at) {}

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// This node's word for today, made at the first call of the day with those of the days on which
  /// nobody asked.
  public Word today() {
    LocalDate day = day();
    LocalDate last =
        jdbc.queryForObject("select max(day) from exchange.own_commitment", LocalDate.class);
    for (LocalDate missed = next(last, day); missed.isBefore(day); missed = missed.plusDays(1)) {
      own(missed);
    }
    return new Word("", day, own(day), day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// The day after the last, as far as it is not too long ago; the present day where there is none.
  private static LocalDate next(@Nullable LocalDate last, LocalDate day) {
    LocalDate earliest = day.minusDays(MOST_MISSED);
    if (last == null) {
      return day;
    }
    return last.isBefore(earliest) ? earliest : last.plusDays(1);
  }

  /// The earliest word, up to today's, that the partner has not been given.
  Optional<Commitment> due(String partner) {
    LocalDate today = day();
    LocalDate told =
        jdbc.queryForObject(
            "select max(day) from exchange.told_commitment where partner = ?",
            LocalDate.class,
            partner);
    LocalDate next = next(told, today);
    return next.isAfter(today)
        ? Optional.empty()
        : Optional.of(new Commitment(next.toString(), own(next)));
  }

  private String own(LocalDate day) {
    return find(day)
        .orElseGet(() -> {
          make(day);
          return find(day).orElseThrow();
        });
  }

  private Optional<String> find(LocalDate day) {
    return jdbc
        .queryForList("select sha256 from exchange.own_commitment where day = ?", String.class, day)
        .stream()
        .findFirst();
  }

  private void make(LocalDate day) {
    String salt = salt(day);
    String note =
        ledger
            .findCheckpointAt(day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .map(Checkpoint::note)
            .orElse("");
    Opening opening = new Opening(day.toString(), salt, note);
    jdbc.update(
        """
        insert into exchange.own_commitment (day, salt, note, sha256) values (?, ?, ?, ?)
        on conflict (day) do nothing
        """,
        day,
        HexFormat.of().parseHex(salt),
        note,
        opening.sha256());
  }

  /// Nobody without the node's key can work it out, and the node itself does again after a restore:
  /// it gives the word that it gave before, as long as its ledger is the same. Ed25519 signs the
  /// same text in the same way (RFC 8032 §5.1.6); this signature is never shown.
  private String salt(LocalDate day) {
    return SigningKeys.sha256(
        signer.sign(SALT, day.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  /// The partner has it.
  void told(String partner, Commitment commitment) {
    jdbc.update(
        """
        insert into exchange.told_commitment (partner, day, told) values (?, ?, ?)
        on conflict do nothing
        """,
        partner,
        LocalDate.parse(commitment.day()),
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /// Keeps a partner's word. Two words for one day are both kept: an auditor sees them.
  ///
  /// @return false when the partner had given another word for the day, and has not opened a new
  ///   epoch since: a node that was restored from a backup gives its lost words anew
  boolean came(String partner, Commitment commitment, String signed) {
    LocalDate day = LocalDate.parse(commitment.day());
    Boolean another =
        jdbc.queryForObject(
            """
            select exists (
              select 1 from exchange.their_commitment c
              where c.partner = ? and c.day = ? and c.sha256 <> ? and not exists (
                select 1 from exchange.taken t
                where t.partner = c.partner and t.opens_epoch is not null and t.at >= c.at))
            """,
            Boolean.class,
            partner,
            day,
            commitment.sha256());
    jdbc.update(
        """
        insert into exchange.their_commitment (partner, day, sha256, signed, at)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        partner,
        day,
        commitment.sha256(),
        signed,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    return !Boolean.TRUE.equals(another);
  }

  /// This node's own words, latest first.
  ///
  /// @param before only those of earlier days
  public List<Word> listOwn(LocalDate before, int limit) {
    return jdbc.query(
        """
        select day, sha256 from exchange.own_commitment where day < ? order by day desc limit ?
        """,
        (row, n) -> {
          LocalDate day = row.getObject(1, LocalDate.class);
          return new Word("", day, row.getString(2), day.atStartOfDay(ZoneOffset.UTC).toInstant());
        },
        before,
        limit);
  }

  /// Partners' words, latest first.
  ///
  /// @param before only those of earlier days
  public List<Word> listTheirs(LocalDate before, int limit) {
    return jdbc.query(
        """
        select partner, day, sha256, at from exchange.their_commitment where day < ?
        order by day desc, partner, at limit ?
        """,
        (row, n) ->
            new Word(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()),
        before,
        limit);
  }

  /// What opens this node's word for a day.
  public Optional<Opening> open(LocalDate day) {
    return jdbc
        .query(
            "select salt, note from exchange.own_commitment where day = ?",
            (row, n) ->
                new Opening(
                    day.toString(), HexFormat.of().formatHex(row.getBytes(1)), row.getString(2)),
            day)
        .stream()
        .findFirst();
  }

  /// How an opening compares with what a partner gave here.
  public enum Compared {
    /// It opens the word that the partner gave for that day.
    OPENS,
    /// The partner gave another word for that day.
    OTHER,
    /// The partner gave no word for that day.
    NONE
  }

  /// Whether what a partner's auditor was shown opens the word that the partner gave this node.
  public Compared compare(String partner, Opening opening) {
    List<String> words =
        jdbc.queryForList(
            "select sha256 from exchange.their_commitment where partner = ? and day = ?",
            String.class,
            partner,
            LocalDate.parse(opening.day()));
    if (words.isEmpty()) {
      return Compared.NONE;
    }
    return words.contains(opening.sha256()) ? Compared.OPENS : Compared.OTHER;
  }
}
