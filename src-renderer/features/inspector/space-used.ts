import type { EntityOf } from '../../../sim/contract/entities.ts';

/** Rack units that hold at least one device, on either face. */
export function unitsUsed(devices: readonly EntityOf<'device'>[]): number {
  const used = new Set<number>();
  for (const { spec } of devices) {
    for (let unit = 0; unit < spec.slot.height; unit += 1) used.add(spec.slot.position + unit);
  }
  return used.size;
}

/** As one sees a rack: the highest unit first. */
export const fromTheTop = (devices: readonly EntityOf<'device'>[]): readonly EntityOf<'device'>[] =>
  devices.toSorted(
    (one, other) =>
      other.spec.slot.position - one.spec.slot.position ||
      one.name.localeCompare(other.name, 'en', { numeric: true }),
  );
