/** Where bundles of a host are: paper `host/<id>/firmware`. */
import type { Host } from '../objects/host/host.ts';
import { hostKey, settingOf } from '../objects/host/settings.ts';
import type { Vc } from '../vc.ts';

export type Stored = { readonly sha: string; readonly size: number; readonly at: number };

type Kept = {
  /** In the address of the last backup: who has it may fetch it. */
  readonly token?: string;
  readonly backup?: Stored;
  /** What was put there to be restored. */
  readonly upload?: Stored;
};

export const firmwareKey = ({ id }: Host): string => hostKey(id, 'firmware');
export const firmwareOf = (vc: Pick<Vc, 'papers'>, host: Host): Kept =>
  settingOf<Kept>(vc, firmwareKey(host), {});
