package org.tripoint.engines.chemistry.structure;

import org.openscience.cdk.tools.ILoggingTool;
import org.openscience.cdk.tools.LoggingToolFactory;

/// The chemistry library's log, left out: it quotes the input, and a refusal says what was wrong.
///
/// Public because the library makes one by reflection for each of its classes.
public final class Quiet implements ILoggingTool {

  private int level = OFF;

  /// What the library calls.
  ///
  /// @param type the class that would log
  public static ILoggingTool create(Class<?> type) {
    return new Quiet();
  }

  /// Must run before the library's readers are loaded.
  static void install() {
    LoggingToolFactory.setLoggingToolClass(Quiet.class);
  }

  @Override
  public void dumpSystemProperties() {}

  @Override
  public void setStackLength(int length) {}

  @Override
  public void dumpClasspath() {}

  @Override
  public void debug(Object object) {}

  @Override
  public void debug(Object object, Object... objects) {}

  @Override
  public void error(Object object) {}

  @Override
  public void error(Object object, Object... objects) {}

  @Override
  public void fatal(Object object) {}

  @Override
  public void info(Object object) {}

  @Override
  public void info(Object object, Object... objects) {}

  @Override
  public void warn(Object object) {}

  @Override
  public void warn(Object object, Object... objects) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void setLevel(int level) {
    this.level = level;
  }

  @Override
  public int getLevel() {
    return level;
  }
}
