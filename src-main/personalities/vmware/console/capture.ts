/** What stands on the screen of a machine, as a file. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { accepted } from '../../../../sim/contract/result.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import type { Vc } from '../vc.ts';
import { drawAll, picture } from './draw.ts';
import { pngOf, scaled } from './png.ts';

/** null: as large as it is. */
export type Wanted = { readonly width: number; readonly height: number } | null;

export async function captureOf(
  { consoles }: Pick<Vc, 'consoles'>,
  machine: EntityId,
  wanted: Wanted,
): Promise<Result<Buffer>> {
  const screen = await consoles.screens.of(machine);
  if (!screen.ok) return screen;
  const { cells, palette } = screen.value;
  const whole = { ...picture, dots: drawAll(cells, consoles.glyphs) };
  return accepted(pngOf(wanted === null ? whole : scaled(whole, wanted), palette));
}
