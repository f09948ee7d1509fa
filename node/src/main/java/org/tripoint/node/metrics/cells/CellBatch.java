package org.tripoint.node.metrics.cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.cells.FactsOfVersion.CubeFact;

/// What a run of changes does to the tables, added up in memory so that each row is written once.
final class CellBatch {

  /// One change of a sum by history dimensions.
  record Delta(CellKey key, long sequence, long publishedMicros, Amounts amounts) {}

  /// Place of a past sum over a small block.
  record BlockKey(CellKey key, long publishedMicros, int block) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof BlockKey one
          && one.publishedMicros == publishedMicros
          && one.block == block
          && one.key.equals(key);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * key.hashCode() + Long.hashCode(publishedMicros)) + block;
    }
  }

  private record DeltaKey(CellKey key, long publishedMicros) {}

  private final DimensionValues values;
  private final Map<CellKey, Amounts> cells = new LinkedHashMap<>();
  private final List<Delta> deltas = new ArrayList<>();
  private final Map<BlockKey, Amounts> blocks = new LinkedHashMap<>();

  CellBatch(DimensionValues values) {
    this.values = values;
  }

  /// Adds facts to what the records say today.
  void addCurrent(List<CubeFact> facts, int sign) {
    for (CubeFact item : facts) {
      int[] ids = values.idsOf(item);
      int month = CellKey.monthNumber(item.fact().month());
      Amounts amounts = Amounts.of(item.cube().measures(), item.fact().amounts());
      for (int mask : item.cube().cellMasks()) {
        add(CellKey.of(item.cube().id(), ids, mask, month), amounts, sign);
        add(CellKey.of(item.cube().id(), ids, mask, CellKey.yearNumber(month)), amounts, sign);
      }
    }
  }

  private void add(CellKey key, Amounts amounts, int sign) {
    cells.computeIfAbsent(key, k -> new Amounts(amounts.size())).add(amounts, sign);
  }

  /// One version's changes to the past, by publication instant.
  Changes changesAt(long sequence) {
    return new Changes(sequence);
  }

  /// Collects one version's facts before they become deltas, so that equal ones cancel.
  final class Changes {
    private final long sequence;
    private final Map<DeltaKey, Amounts> sums = new LinkedHashMap<>();
    private final Map<DeltaKey, CubeShape> shapes = new LinkedHashMap<>();

    private Changes(long sequence) {
      this.sequence = sequence;
    }

    Changes add(List<CubeFact> facts, int sign, long publishedMicros) {
      for (CubeFact item : facts) {
        if (!item.cube().keepsHistory()) {
          continue;
        }
        int[] masks = item.cube().historyMasks();
        CellKey key =
            CellKey.of(
                item.cube().id(),
                values.idsOf(item),
                masks[masks.length - 1],
                CellKey.monthNumber(item.fact().month()));
        DeltaKey deltaKey = new DeltaKey(key, publishedMicros);
        Amounts amounts = Amounts.of(item.cube().measures(), item.fact().amounts());
        sums.computeIfAbsent(deltaKey, k -> new Amounts(amounts.size())).add(amounts, sign);
        shapes.put(deltaKey, item.cube());
      }
      return this;
    }

    void done() {
      sums.forEach((key, amounts) -> {
        if (!amounts.isZero()) {
          deltas.add(new Delta(key.key(), sequence, key.publishedMicros(), amounts));
          addToBlocks(shape(key), key, amounts);
        }
      });
    }

    private CubeShape shape(DeltaKey key) {
      CubeShape shape = shapes.get(key);
      if (shape == null) {
        throw new IllegalStateException("expected the cube of " + key);
      }
      return shape;
    }

    private void addToBlocks(CubeShape shape, DeltaKey key, Amounts amounts) {
      int[] ids = idsOf(key.key());
      for (int mask : shape.historyMasks()) {
        CellKey rolledUp = CellKey.of(key.key().cube(), ids, mask, key.key().month());
        BlockKey block =
            new BlockKey(rolledUp, key.publishedMicros(), LedgerBlocks.smallOf(sequence));
        blocks.computeIfAbsent(block, k -> new Amounts(amounts.size())).add(amounts, 1);
      }
    }
  }

  Map<CellKey, Amounts> cells() {
    return cells;
  }

  List<Delta> deltas() {
    return deltas;
  }

  Map<BlockKey, Amounts> blocks() {
    return blocks;
  }

  private static int[] idsOf(CellKey key) {
    return new int[] {key.d1(), key.d2(), key.d3(), key.d4(), key.d5(), key.d6()};
  }
}
