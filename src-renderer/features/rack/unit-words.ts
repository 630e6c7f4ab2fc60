/** A cell of an elevation in one sentence, as it is said when the keyboard walks onto it. */
import { text } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import type { Condition } from './condition.ts';
import type { Cell, Device, Side } from './elevation.ts';

export const wattsText = (watts: number): string => withUnit(numberText(watts, 0), 'W');

/** `≈` stands for what is estimated and not measured. */
export function drawText(device: Device, watts: number | null): string {
  if (device.spec.ratedPower === 0 || device.spec.lifecycle !== 'active') return '';
  return watts === null ? '–' : `≈ ${wattsText(watts)}`;
}

function saidDraw(device: Device, watts: number | null): readonly string[] {
  const words = text().rack;
  if (device.spec.ratedPower === 0) return [];
  if (device.spec.lifecycle !== 'active') return [words.notDrawing];
  return [watts === null ? words.noLoad : `${wattsText(watts)} ${words.estimated}`];
}

/** `U12–U13, web-07, server, 310 W estimated, ok` */
export function deviceWords(device: Device, condition: Condition, watts: number | null): string {
  const words = text().rack;
  const { slot, category, model } = device.spec;
  return [
    words.units(slot.position, slot.height),
    device.name,
    words.category[category],
    model,
    ...saidDraw(device, watts),
    words.conditions[condition],
  ].join(', ');
}

export function emptyWords(cell: Extract<Cell, { kind: 'empty' }>, side: Side): string {
  const words = text().rack;
  const behind = cell.behind === null ? [] : [words.behind(cell.behind.name, side)];
  return [words.units(cell.unit, 1), words.empty, ...behind].join(', ');
}
