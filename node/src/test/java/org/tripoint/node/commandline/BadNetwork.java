package org.tripoint.node.commandline;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What lies between two nodes: a port that passes on what it hears, until it is told to behave
/// badly. Then a connection is refused, goes silent, is slow, ends in the middle, or hears some
/// bytes twice or in another order; which of these, the seed decides.
final class BadNetwork implements Closeable {

  /// How a connection ends up.
  private enum Fault {
    NONE,
    REFUSED,
    SILENT,
    SLOW,
    CUT,
    DOUBLED,
    REORDERED
  }

  private static final int PIECE = 1_024;

  private final ServerSocket door;
  private final int behind;
  private final Random random;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean bad;

  /// @param behind the port that is to be reached
  BadNetwork(int behind, long seed) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.behind = behind;
    this.random = new Random(seed);
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  void misbehave() {
    bad = true;
    endAll();
  }

  void heal() {
    bad = false;
    endAll();
  }

  private void endAll() {
    open.forEach(BadNetwork::end);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Fault fault = bad ? anyFault() : Fault.NONE;
        Thread.ofVirtual().start(() -> connect(caller, fault));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private synchronized Fault anyFault() {
    Fault[] faults = Fault.values();
    return faults[random.nextInt(faults.length)];
  }

  private synchronized int any(int bound) {
    return random.nextInt(bound);
  }

  private void connect(Socket caller, Fault fault) {
    open.add(caller);
    if (fault == Fault.REFUSED) {
      end(caller);
      return;
    }
    try {
      Socket called = new Socket(InetAddress.getLoopbackAddress(), behind);
      open.add(called);
      Thread.ofVirtual().start(() -> pass(caller, called, Fault.NONE));
      pass(called, caller, fault);
    } catch (IOException e) {
      end(caller);
    }
  }

  private void pass(Socket from, Socket to, Fault fault) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      long left = fault == Fault.CUT || fault == Fault.SILENT ? any(60_000) : Long.MAX_VALUE;
      byte[] piece = new byte[PIECE];
      byte[] kept = new byte[0];
      for (int read = in.read(piece); read >= 0 && left > 0; read = in.read(piece)) {
        int length = (int) Math.min(read, left);
        left -= length;
        if (fault == Fault.REORDERED && any(4) == 0 && kept.length == 0) {
          kept = java.util.Arrays.copyOf(piece, length);
          continue;
        }
        out.write(piece, 0, length);
        if (fault == Fault.DOUBLED && any(4) == 0) {
          out.write(piece, 0, length);
        }
        out.write(kept);
        kept = new byte[0];
        out.flush();
        if (fault == Fault.SLOW) {
          Thread.sleep(any(40));
        }
      }
      if (fault == Fault.SILENT) {
        Thread.sleep(any(3_000));
      }
    } catch (IOException | InterruptedException e) {
      // The other end went away, or this network ends.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    endAll();
  }
}
