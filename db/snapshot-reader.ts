import type { Revision } from '../sim/contract/ids.ts';
import type { Tick } from '../sim/contract/units.ts';
import type { StoreProblem, WorldSnapshot } from './lab-store.ts';
import { unpackLanes } from './lane-packing.ts';
import { branchName, type Span } from './lines.ts';
import { unpackText } from './packing.ts';
import { inventoryText, isWholeSnapshot, type SnapshotTable } from './snapshot-table.ts';
import { asStorageError, isFailure, textOf } from './storage-error.ts';

/** The latest good snapshot of a line at or before a tick. */
export function createSnapshotReader(
  table: SnapshotTable,
  onProblem: (problem: StoreProblem) => void,
): (line: readonly Span[], tick: number) => WorldSnapshot | null {
  const snapshotOf = (id: number): WorldSnapshot => {
    const row = table.read(id);
    const body = row === undefined ? undefined : table.inventory(row.inventory);
    if (row === undefined || body === undefined) throw new Error('its inventory is missing');
    if (!isWholeSnapshot(row)) throw new Error('its checksum does not match');
    const inventory = inventoryText(body, row.inventory);
    if (inventory === null) throw new Error('its inventory is damaged');
    return {
      tick: row.tick as Tick,
      revision: row.revision as Revision,
      inventory,
      state: unpackText(row.state),
      lanes: unpackLanes(row.lanes),
      hash: row.hash,
    };
  };

  const readOrReport = (id: number, branch: number): WorldSnapshot | null => {
    try {
      return snapshotOf(id);
    } catch (error) {
      if (isFailure(error)) throw asStorageError(error);
      const tick = (table.points(branch).find((point) => point.id === id)?.tick ?? 0) as Tick;
      const message = `The snapshot at tick ${tick} is passed over: ${textOf(error)}.`;
      onProblem({ kind: 'damaged-snapshot', branch: branchName(branch), tick, message });
      return null;
    }
  };

  return (line, tick) => {
    for (const span of line.toReversed()) {
      for (const id of table.idsBefore(span, tick)) {
        const snapshot = readOrReport(id, span.branch);
        if (snapshot !== null) return snapshot;
      }
    }
    return null;
  };
}
