package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Leaves the node's address in its home once it answers, for the command line.
@Component
final class AnnounceAddress {
  private static final Logger LOG = LoggerFactory.getLogger(AnnounceAddress.class);

  private final Path home;
  private final String host;

  AnnounceAddress(
      @Value("${tripoint.home}") Path home, @Value("${server.address:127.0.0.1}") String host) {
    this.home = home;
    this.host = host;
  }

  @EventListener
  void announce(ApplicationReadyEvent ready) throws IOException {
    if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web)
        || web.getWebServer() == null
        || web.getWebServer().getPort() <= 0) {
      return;
    }
    String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    String address = "http://" + reachable + ":" + web.getWebServer().getPort();
    Path file = new NodeHome(home.toAbsolutePath().normalize()).addressFile();
    Files.createDirectories(file.getParent());
    Path scratch = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(scratch, address + "\n");
    Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("The node answers on {}", address);
  }
}
