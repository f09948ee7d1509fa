package org.tripoint.node.exchange.keys;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/// An answer of another server that fails when nothing more of it comes for some time. The limit of
/// a request ends with the first byte of its answer, so that a server that goes silent in the
/// middle would be waited for without end.
public final class SilenceLimit extends FilterInputStream {

  private static final int LOOKS = 8;
  private static final long NOT_WAITING = 0;

  private final Duration longest;
  private final Thread watch;
  private volatile long waitingSince = NOT_WAITING;
  private volatile boolean ended;

  private SilenceLimit(InputStream answer, Duration longest) {
    super(answer);
    this.longest = longest;
    this.watch = Thread.ofVirtual().name("silence").unstarted(this::watch);
  }

  /// An answer that fails once nothing has come for so long.
  ///
  /// @param longest how long nothing may come
  public static InputStream over(InputStream answer, Duration longest) {
    SilenceLimit limited = new SilenceLimit(answer, longest);
    limited.watch.start();
    return limited;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(longest.dividedBy(LOOKS));
        long since = waitingSince;
        if (since != NOT_WAITING && System.nanoTime() - since > longest.toNanos()) {
          ended = true;
          in.close();
          return;
        }
      }
    } catch (InterruptedException | IOException e) {
      // The answer was closed.
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? count : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    waitingSince = System.nanoTime() | 1;
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      if (ended) {
        IOException silent =
            new HttpTimeoutException(
                "expected the rest of the answer, and nothing came for "
                    + longest.toSeconds()
                    + " s");
        silent.initCause(e);
        throw silent;
      }
      throw e;
    } finally {
      waitingSince = NOT_WAITING;
    }
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    in.close();
  }
}
