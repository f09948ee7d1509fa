package org.tripoint.node.detectors.judging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/// Counts the rows that queries read.
final class CountedRows extends JdbcTemplate {

  private final AtomicLong rows = new AtomicLong();

  CountedRows(DataSource database) {
    super(database);
  }

  long read() {
    return rows.get();
  }

  void reset() {
    rows.set(0);
  }

  @Override
  public <T extends @Nullable Object> T query(
      PreparedStatementCreator creator,
      @Nullable PreparedStatementSetter setter,
      ResultSetExtractor<T> extractor) {
    return super.query(creator, setter, result -> extractor.extractData(counting(result)));
  }

  private ResultSet counting(ResultSet result) {
    return (ResultSet)
        Proxy.newProxyInstance(
            CountedRows.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(result, arguments);
                if (method.getName().equals("next") && Boolean.TRUE.equals(answer)) {
                  rows.incrementAndGet();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
