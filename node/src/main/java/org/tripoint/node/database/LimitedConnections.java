package org.tripoint.node.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The connections of the application. One that is asked for in the request of a person whom
/// markings keep something from shows this person's records alone, whatever page, file or interface
/// asks ([Sight], [LimitedTables]); others are those of the pool, untouched.
final class LimitedConnections extends DelegatingDataSource implements AutoCloseable {

  private final HikariDataSource pool;
  private volatile @Nullable LimitedTables tables;

  LimitedConnections(HikariDataSource pool) {
    super(pool);
    this.pool = pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return Sight.now().isEmpty() ? connection : limited(connection);
  }

  private Connection limited(Connection connection) throws SQLException {
    try {
      return proxy(Connection.class, new Limits(connection, tables(connection)));
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private LimitedTables tables(Connection connection) throws SQLException {
    LimitedTables known = tables;
    if (known == null) {
      known = LimitedTables.in(connection);
      tables = known;
    }
    return known;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  /// One connection, lent to a request.
  private static final class Limits implements InvocationHandler {
    private final Connection connection;
    private final LimitedTables tables;
    private @Nullable Sight told;

    Limits(Connection connection, LimitedTables tables) {
      this.connection = connection;
      this.tables = tables;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
        throws Throwable {
      String name = method.getName();
      if ((name.equals("prepareStatement") || name.equals("prepareCall")) && arguments != null) {
        return call(connection, method, limited(arguments));
      }
      Object answer = call(connection, method, arguments);
      return name.equals("createStatement") && answer instanceof Statement statement
          ? proxy(Statement.class, new Statements(statement))
          : answer;
    }

    /// The arguments with the statement among them, which comes first, as this sight may run it.
    private @Nullable Object[] limited(@Nullable Object[] arguments) throws SQLException {
      Optional<Sight> sight = Sight.now();
      if (sight.isEmpty() || !(arguments[0] instanceof String sql)) {
        return arguments;
      }
      tell(sight.get());
      @Nullable Object[] limited = arguments.clone();
      limited[0] = tables.limit(sql, sight.get());
      return limited;
    }

    private void tell(Sight sight) throws SQLException {
      if (sight.equals(told)) {
        return;
      }
      try (PreparedStatement see = connection.prepareStatement("select ledger.see(?, ?)")) {
        see.setString(1, sight.ceiling());
        see.setString(2, sight.agency());
        see.execute();
      }
      told = sight;
    }

    private final class Statements implements InvocationHandler {
      private final Statement statement;

      Statements(Statement statement) {
        this.statement = statement;
      }

      @Override
      public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
          throws Throwable {
        return call(
            statement,
            method,
            arguments != null && arguments.length > 0 ? limited(arguments) : arguments);
      }
    }
  }
}
