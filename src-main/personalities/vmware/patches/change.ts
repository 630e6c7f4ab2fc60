/** What becomes of a host's packages when some are put on it or taken off it, and why that cannot be. */
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Host } from '../objects/host/host.ts';
import { acceptanceOf, isBelow } from '../objects/host/image.ts';
import { writePaper } from '../objects/host/settings.ts';
import { productOf } from '../objects/host/summary.ts';
import type { Call } from '../objects/managed.ts';
import { textAt } from '../wire/ask.ts';
import type { Vc } from '../vc.ts';
import { basePackages } from './base-packages.table.ts';
import { awaitsStart, imageOf, keptPackages, packagesKey, packagesOf } from './packages.ts';
import type { Kept, Package } from './packages.ts';
import { compareVersions, fits, spokenConstraint } from './versions.ts';
import type { Constraint } from './versions.ts';
import { idOf } from './vib.ts';
import type { Vib } from './vib.ts';

export type Coming = Vib & { readonly bulletin?: string };

export type Wish = {
  readonly put: readonly Coming[];
  /** Names. */
  readonly drop: readonly string[];
  /** The host is of this profile then; null: of the one that it has, changed. */
  readonly profile: string | null;
  /** `older`: what is newer on the host gives way. */
  readonly over: 'newer' | 'older';
  /** `all`: levels, dependencies and conflicts are not asked for; `levels`: levels only. */
  readonly without: 'nothing' | 'levels' | 'all';
  /** It is in use at the next start only, whatever could be at once. */
  readonly isForNextStart: boolean;
};

export const plainWish: Wish = {
  put: [],
  drop: [],
  profile: null,
  over: 'newer',
  without: 'nothing',
  isForNextStart: false,
};

export type Change = {
  readonly installed: readonly Coming[];
  readonly removed: readonly Package[];
  readonly skipped: readonly Vib[];
  readonly needsStart: boolean;
};

export const failed = (text: string): Answer<never> =>
  faulted('PatchInstallFailed', text, { text, rolledBack: true });

export function changeOf(vc: Vc, host: Host, wish: Wish): Answer<Change> {
  const have = new Map(packagesOf(vc, host, 'next').map((one) => [one.name, one]));
  const isNeeded = (vib: Coming): boolean => {
    const old = have.get(vib.name);
    const order = old === undefined ? 1 : compareVersions(vib.version, old.version);
    return order > 0 || (order < 0 && wish.over === 'older');
  };
  const installed = newestOf(wish.put).filter(isNeeded);
  const names = new Set(installed.map(({ name }) => name));
  const removed = [...have.values()].filter(({ name }) => names.has(name) || wish.drop.includes(name));
  const change: Change = {
    installed,
    removed,
    skipped: wish.put.filter((vib) => !installed.includes(vib)),
    needsStart:
      wish.isForNextStart ||
      installed.some(({ isLive }) => !isLive) ||
      removed.some((one) => !(one.isLiveToRemove ?? one.isLive)),
  };
  const left = [...have.values()].filter((one) => !removed.includes(one));
  const hindrance = hindranceOf(vc, host, { change, after: [...left, ...installed], wish });
  return hindrance.ok ? done(change) : hindrance;
}

/** Of packages of one name the newest counts. */
function newestOf(vibs: readonly Coming[]): readonly Coming[] {
  const newest = new Map<string, Coming>();
  for (const vib of vibs) {
    const other = newest.get(vib.name);
    if (other === undefined || compareVersions(vib.version, other.version) > 0) newest.set(vib.name, vib);
  }
  return [...newest.values()];
}

type Planned = { readonly change: Change; readonly after: readonly Package[]; readonly wish: Wish };

function hindranceOf(vc: Vc, host: Host, { change, after, wish }: Planned): Answer<null> {
  const wanted = acceptanceOf(vc, host);
  const low = change.installed.find(({ level }) => isBelow(level, wanted));
  if (wish.without === 'nothing' && low !== undefined)
    return failed(
      `${idOf(low)} is of the acceptance level ${low.level}, which is not compliant with the level ${wanted} of ${host.name}.`,
    );
  const foundations = change.removed.filter(({ name }) => isFoundation(name, after));
  if (foundations.length > 0)
    return failed(`${foundations.map(idOf).join(', ')} is what the rest of the image stands on, and stays.`);
  const related = wish.without === 'all' ? done(null) : relationsHold(vc, host, after);
  if (!related.ok) return related;
  const asking = [...change.installed, ...change.removed].filter(({ needsMaintenance }) => needsMaintenance);
  if (asking.length > 0 && host.spec.mode !== 'maintenance')
    return failed(
      `${[...new Set(asking.map(idOf))].join(', ')} asks for maintenance mode, which ${host.name} is not in.`,
    );
  return done(null);
}

/** It may be replaced, not taken away. */
const isFoundation = (name: string, after: readonly Package[]): boolean =>
  ['esx-base', 'esx-update'].includes(name) && !after.some((one) => one.name === name);

/** What a package asks for by a name that none here has is of the base system's insides: it has them. */
function relationsHold(vc: Vc, host: Host, after: readonly Package[]): Answer<null> {
  const versions = new Map(after.map(({ name, version }) => [name, version]));
  if (!after.some(({ name, installedAt }) => name === 'esx-base' && installedAt !== undefined))
    versions.set('esx-version', textAt(productOf(vc, host), 'version') ?? '');
  else versions.set('esx-version', versions.get('esx-base') ?? '');
  const known = new Set([...basePackages.map(([name]) => name), ...versions.keys()] as readonly string[]);
  const isMissing = (each: Constraint): boolean => {
    const has = versions.get(each.name);
    return known.has(each.name) && (has === undefined || !fits(each, has));
  };
  const isThere = (each: Constraint): boolean => {
    const has = versions.get(each.name);
    return has !== undefined && fits(each, has);
  };
  for (const one of after) {
    const missing = (one.depends ?? []).filter(isMissing);
    if (missing.length > 0)
      return faulted(
        'PatchMissingDependencies',
        `${idOf(one)} requires ${missing.map(spokenConstraint).join(', ')}, but the requirement cannot be satisfied within the image of ${host.name}.`,
        { patchID: idOf(one), prerequisitePatch: missing.map(spokenConstraint) },
      );
    const foe = (one.conflicts ?? []).find((each) => each.name !== one.name && isThere(each));
    if (foe !== undefined)
      return failed(`${idOf(one)} conflicts with ${spokenConstraint(foe)} on ${host.name}.`);
  }
  return done(null);
}

/** What the host has from then on; it is written as a whole, so all of it comes about or nothing. */
export async function carryOut(
  call: Pick<Call, 'vc' | 'caller'>,
  host: Host,
  { change, profile }: { readonly change: Change; readonly profile: string | null },
): Promise<Answer> {
  const { vc } = call;
  const kept = keptPackages(vc, host);
  const running = imageOf(vc, host, 'running');
  const installedAt = vc.now();
  const names = new Set([...change.removed, ...change.installed].map(({ name }) => name));
  const coming = change.installed.map((one) => ({ ...one, installedAt }));
  const put = new Set(change.installed.map(({ name }) => name));
  const dropped = change.removed.map(({ name }) => name).filter((name) => !put.has(name));
  const base: readonly string[] = basePackages.map(([name]) => name);
  const gone = [
    ...kept.gone.filter((name) => !put.has(name)),
    ...dropped.filter((name) => base.includes(name)),
  ];
  const waits = change.needsStart || awaitsStart(vc, host);
  const next: Kept = {
    added: [...kept.added.filter(({ name }) => !names.has(name)), ...coming],
    gone: [...new Set(gone)],
    profile: profile ?? updated(kept.profile),
    changedAt: change.needsStart ? installedAt : kept.changedAt,
    before: waits ? { added: running.added, gone: running.gone, profile: running.profile } : null,
  };
  return writePaper(call, packagesKey(host), next);
}

const updated = (profile: string | null): string | null =>
  profile === null || profile.startsWith('(Updated)') ? profile : `(Updated) ${profile}`;
