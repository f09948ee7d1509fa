package org.tripoint.node.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

/// The accounts of this node.
@Component
class AccountStore implements FindLastVisit, ListColleagues {
  private static final String COLUMNS =
      """
      name, full_name, roles, disabled, must_change, epoch, language, theme, created_at,
      signed_in_at, signed_in_before, issuer, last_day, reads, ceiling, agency
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ZoneId zone;

  AccountStore(JdbcClient jdbc, Clock clock, @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.zone = zone;
  }

  /// Today where this node is.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  Optional<Account> find(String name) {
    return jdbc.sql("select " + COLUMNS + " from accounts.account where name = :name")
        .param("name", name)
        .query((row, number) -> account(row))
        .optional();
  }

  @Override
  public Optional<Instant> findLastVisit(String account) {
    return find(account).map(Account::signedInBefore);
  }

  @Override
  public List<String> listColleagues() {
    return list().stream()
        .filter(account -> !account.isShut())
        .filter(account ->
            account.roles().stream().anyMatch(role -> role.withLesser().contains(Role.ANALYST)))
        .map(Account::name)
        .toList();
  }

  List<Account> list() {
    return jdbc.sql("select " + COLUMNS + " from accounts.account order by name")
        .query((row, number) -> account(row))
        .list();
  }

  Optional<String> findHash(String name) {
    return jdbc.sql("select password_hash from accounts.account where name = :name")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /// Makes an account; false when the name is taken.
  boolean create(String name, String fullName, String hash, Rights rights, String by) {
    int rows =
        jdbc.sql(
                """
                insert into accounts.account
                  (name, full_name, password_hash, roles, must_change, created_at, created_by,
                   last_day, reads, ceiling, agency)
                values (:name, :full, :hash, :roles, true, :at, :by, :day, :reads, :ceiling, :agency)
                on conflict (name) do nothing
                """)
            .param("name", name)
            .param("full", fullName)
            .param("hash", hash)
            .param("roles", names(rights.roles()))
            .param("at", now())
            .param("by", by)
            .param("day", rights.lastDay(), Types.DATE)
            .param("reads", names(rights.reads()))
            .param("ceiling", rights.clearance().ceiling().name())
            .param("agency", rights.clearance().agency(), Types.VARCHAR)
            .update();
    return rows == 1;
  }

  /// The account of somebody whom a provider vouches for.
  Optional<Account> findOfProvider(String issuer, String subject) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + " from accounts.account where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query((row, number) -> account(row))
        .optional();
  }

  /// Makes an account for somebody whom a provider vouches for.
  ///
  /// @param hash of a password that nobody knows
  void createOfProvider(
      String name, String fullName, String hash, Rights rights, String issuer, String subject) {
    jdbc.sql(
            """
            insert into accounts.account
              (name, full_name, password_hash, roles, must_change, created_at, created_by, issuer,
               subject, ceiling, agency)
            values (:name, :full, :hash, :roles, false, :at, :by, :issuer, :subject, :ceiling,
              :agency)
            """)
        .param("name", name)
        .param("full", fullName)
        .param("hash", hash)
        .param("roles", names(rights.roles()))
        .param("ceiling", rights.clearance().ceiling().name())
        .param("agency", rights.clearance().agency(), Types.VARCHAR)
        .param("at", now())
        .param("by", "provider")
        .param("issuer", issuer)
        .param("subject", subject)
        .update();
  }

  /// Ends the account's sessions and makes its tokens worthless.
  void shutOut(String name) {
    jdbc.sql("update accounts.account set epoch = epoch + 1 where name = :name")
        .param("name", name)
        .update();
    jdbc.sql(
            """
            update accounts.token set revoked_at = :at where account = :name and revoked_at is null
            """)
        .param("at", now())
        .param("name", name)
        .update();
  }

  /// @param mustChange true when somebody else set it
  void setPassword(String name, String hash, boolean mustChange) {
    jdbc.sql(
            """
            update accounts.account
            set password_hash = :hash, must_change = :must, epoch = epoch + 1 where name = :name
            """)
        .param("hash", hash)
        .param("must", mustChange)
        .param("name", name)
        .update();
  }

  /// Changes rights unless that would leave the node without an administrator who may sign in.
  ///
  /// @return false when it would; nothing has changed then
  @Transactional
  public boolean changeRights(String name, Rights rights, boolean disabled) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('accounts.rights'))")
        .query((row, number) -> 0)
        .list();
    boolean remains =
        rights.roles().contains(Role.ADMINISTRATOR) && !disabled && rights.lastDay() == null;
    long others =
        jdbc.sql(
                """
                select count(*) from accounts.account
                where name <> :name and not disabled and last_day is null
                  and 'ADMINISTRATOR' = any(roles)
                """)
            .param("name", name)
            .query(Long.class)
            .single();
    if (!remains && others == 0) {
      return false;
    }
    jdbc.sql(
            """
            update accounts.account
            set roles = :roles, reads = :reads, disabled = :disabled, last_day = :day,
              ceiling = :ceiling, agency = :agency, epoch = epoch + 1
            where name = :name
            """)
        .param("day", rights.lastDay(), Types.DATE)
        .param("roles", names(rights.roles()))
        .param("reads", names(rights.reads()))
        .param("ceiling", rights.clearance().ceiling().name())
        .param("agency", rights.clearance().agency(), Types.VARCHAR)
        .param("disabled", disabled)
        .param("name", name)
        .update();
    return true;
  }

  void choose(String name, @Nullable String language, String theme) {
    jdbc.sql("update accounts.account set language = :language, theme = :theme where name = :name")
        .param("language", language)
        .param("theme", theme)
        .param("name", name)
        .update();
  }

  void signedIn(String name) {
    jdbc.sql(
            """
            update accounts.account
            set signed_in_before = signed_in_at, signed_in_at = :at where name = :name
            """)
        .param("at", now())
        .param("name", name)
        .update();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from accounts.account)")
        .query(Boolean.class)
        .single();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String[] names(Set<? extends Enum<?>> all) {
    return all.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static <E extends Enum<E>> Set<E> read(ResultSet row, String column, Class<E> type)
      throws SQLException {
    Set<E> read = EnumSet.noneOf(type);
    Object[] names = (Object[]) row.getArray(column).getArray();
    Arrays.stream(names).map(name -> Enum.valueOf(type, name.toString())).forEach(read::add);
    return read;
  }

  private Account account(ResultSet row) throws SQLException {
    LocalDate lastDay = row.getObject("last_day", LocalDate.class);
    return new Account(
        row.getString("name"),
        row.getString("full_name"),
        read(row, "roles", Role.class),
        read(row, "reads", Part.class),
        row.getBoolean("disabled"),
        row.getBoolean("must_change"),
        row.getInt("epoch"),
        row.getString("issuer"),
        row.getString("language"),
        row.getString("theme"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "signed_in_at"),
        instant(row, "signed_in_before"),
        lastDay,
        lastDay != null && today().isAfter(lastDay),
        new Clearance(Tlp.valueOf(row.getString("ceiling")), row.getString("agency")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
