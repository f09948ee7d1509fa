package org.tripoint.node.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The order of a start: server up, role made, schemas migrated, and only then a data source that
/// anybody can ask for.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean
  DatabaseAccess databaseAccess(
      DatabaseProperties properties, @Value("${tripoint.home}") Path home) {
    DatabaseAccess access = reach(properties, home.resolve("postgres"));
    Migrations.run(access);
    return access;
  }

  @Bean
  DataSource dataSource(DatabaseAccess access, DatabaseProperties properties) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("tripoint");
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.app().user());
    pool.setPassword(access.app().password());
    pool.setMaximumPoolSize(properties.connections());
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(15_000);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "tripoint");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return new LimitedConnections(new HikariDataSource(pool));
  }

  private static DatabaseAccess reach(DatabaseProperties properties, Path directory) {
    String url = properties.url();
    if (url == null || url.isBlank()) {
      EmbeddedServer server =
          EmbeddedServer.startOrAttach(directory, ServerSettings.keeping(), properties.port());
      // After every context is closed: the pool has then returned its connections.
      SpringApplication.getShutdownHandlers().add(server::close);
      return new DatabaseAccess(
          server.url(), directory.toString(), server.owner(), appLogin(properties, directory));
    }
    Login owner = properties.requiredOwner();
    return new DatabaseAccess(url, owner, appLogin(properties, directory));
  }

  private static Login appLogin(DatabaseProperties properties, Path directory) {
    try {
      return properties.appLogin(directory);
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The application's database password cannot be kept in "
              + directory
              + ": "
              + e.getMessage(),
          "Check that the node home may be written.",
          e);
    }
  }
}
