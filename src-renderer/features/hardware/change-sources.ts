/** Settings hold the sources as one list, which is replaced whole: so it is read anew before each change. */
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { execute, query } from '../../data/client.ts';
import { text } from '../../text/text.ts';

type Sources = readonly HardwareSource[];

/** Null where it was done. */
export async function changeSources(change: (sources: Sources) => Sources): Promise<Refusal | null> {
  const settings = await query('settings', {});
  if (!settings.ok) return settings.refusal;
  const hardware = [...change(settings.value.hardware)];
  const done = await execute({ type: 'desk.configure', patch: { hardware } });
  return done.ok ? null : done.refusal;
}

/** In the place of the one that had its name; a new one at the end. */
export const withSource =
  (source: HardwareSource, was: string | null) =>
  (sources: Sources): Sources =>
    sources.some(({ id }) => id === was)
      ? sources.map((one) => (one.id === was ? source : one))
      : [...sources, source];

export const withoutSource =
  (id: string) =>
  (sources: Sources): Sources =>
    sources.filter((one) => one.id !== id);

/** Back where it was, or as near to it as there is room. */
export const withSourceAt =
  (source: HardwareSource, at: number) =>
  (sources: Sources): Sources =>
    sources.toSpliced(at, 0, source);

export async function askPreview(source: HardwareSource): Promise<Result<HardwareState>> {
  const told = await execute({ type: 'desk.preview-hardware', source });
  if (!told.ok) return told;
  if ('hardware' in told.value && told.value.hardware !== undefined)
    return { ok: true, value: told.value.hardware };
  return { ok: false, refusal: noPreview() };
}

function noPreview(): Refusal {
  const words = text().hardware;
  return { code: 'unsupported', message: words.noPreview, hint: words.noPreviewHint };
}
