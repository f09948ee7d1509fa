package org.tripoint.node.database;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/// What `postgresql.conf` says for the machine that this is.
///
/// @param durable false only in tests: commits then do not wait for the disk, and many nodes share
///   the server
/// @param memoryMegabytes memory of the machine or its container
/// @param sharedMegabytes size of /dev/shm, which containers like to keep small
public record ServerSettings(boolean durable, long memoryMegabytes, long sharedMegabytes) {

  /// Parallel queries need more than this in /dev/shm.
  private static final long ENOUGH_SHARED_MEGABYTES = 512;

  /// For a node that keeps its records.
  public static ServerSettings keeping() {
    return ofThisMachine(true);
  }

  /// For tests that may lose everything with the machine.
  public static ServerSettings forgetting() {
    return ofThisMachine(false);
  }

  private static ServerSettings ofThisMachine(boolean durable) {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : 4L << 30;
    long shared = new java.io.File("/dev/shm").getTotalSpace();
    return new ServerSettings(durable, bytes >> 20, shared >> 20);
  }

  /// Settings by name, as PostgreSQL writes them.
  Map<String, String> toMap() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("listen_addresses", "'127.0.0.1'");
    settings.put("unix_socket_directories", "''");
    settings.put("max_connections", durable ? "80" : "400");
    settings.put("password_encryption", "'scram-sha-256'");
    settings.put("timezone", "'UTC'");
    settings.put("log_timezone", "'UTC'");
    // Errors go to the node, which logs them without their words: those repeat values.
    settings.put("log_min_messages", "'log'");
    settings.put("jit", "off");
    settings.put("random_page_cost", "1.1");
    settings.put("max_wal_size", "'4GB'");
    settings.put("checkpoint_timeout", "'15min'");
    settings.put("shared_buffers", megabytes(clamp(memoryMegabytes / 4, 128, 1024)));
    settings.put("effective_cache_size", megabytes(clamp(memoryMegabytes / 2, 256, 65536)));
    settings.put("maintenance_work_mem", megabytes(clamp(memoryMegabytes / 32, 64, 512)));
    settings.put("work_mem", megabytes(clamp(memoryMegabytes / 512, 8, 32)));
    settings.put(
        "dynamic_shared_memory_type",
        sharedMegabytes >= ENOUGH_SHARED_MEGABYTES ? "'posix'" : "'mmap'");
    if (durable) {
      // What lay in memory when the server stopped is read again in the background when it starts:
      // a list of blocks is written every five minutes and at the end.
      settings.put("shared_preload_libraries", "'pg_prewarm'");
      // Tables grow by whole files: looked after every minute, what a large import has just written
      // would be gone through again and again.
      settings.put("autovacuum_naptime", "'5min'");
    }
    settings.put("fsync", durable ? "on" : "off");
    settings.put("synchronous_commit", durable ? "on" : "off");
    settings.put("full_page_writes", durable ? "on" : "off");
    return settings;
  }

  private static long clamp(long value, long least, long most) {
    return Math.clamp(value, least, most);
  }

  private static String megabytes(long value) {
    return "'" + value + "MB'";
  }
}
