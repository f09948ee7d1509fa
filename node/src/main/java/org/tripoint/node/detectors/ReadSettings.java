package org.tripoint.node.detectors;

import java.util.List;
import java.util.Optional;

/// The settings as they stand: those that ship with the node, and what people made of them.
public interface ReadSettings {

  /// By name.
  List<DetectorSetting> list();

  Optional<DetectorSetting> find(String name);
}
