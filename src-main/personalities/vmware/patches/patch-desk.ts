/** `HostPatchManager`: packages are put on a host and taken off it. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { hostSystem } from '../objects/host/config-desk.ts';
import type { Host } from '../objects/host/host.ts';
import { flagAt, textAt, textListAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { changeOf, carryOut, plainWish } from './change.ts';
import type { Change, Coming, Wish } from './change.ts';
import { openDepot } from './depot.ts';
import type { Depot } from './depot.ts';
import { keptPackages, packagesOf } from './packages.ts';
import type { Package } from './packages.ts';
import { bulletinStatus, resultOf, statusesOf, statusList } from './status.ts';
import { comingFrom, openDepots, proved, readVibs } from './sources.ts';
import { compareVersions } from './versions.ts';
import { idOf } from './vib.ts';
import type { Vib } from './vib.ts';

type Work = () => Promise<Answer>;

const task = (call: Call, host: Host, work: Work): Answer<Ref> =>
  call.vc.tasks.run(call, {
    name: call.method,
    descriptionId: `host.PatchManager.${call.method.replace(/HostPatch|_Task/g, '')}`,
    entity: call.vc.refs.of(host),
    entityName: host.name,
    work: async () => {
      const worked = await work();
      return worked.ok ? done({ result: worked.value }) : worked;
    },
  });

const asksProxy = ({ args }: Call, path: string): boolean => (textAt(args, path) ?? '') !== '';
const noProxy = (): Answer<never> =>
  faulted('NotSupported', 'A lab reaches servers of its own machine only: there is no proxy to ask.');

type Sources = { readonly coming: readonly Coming[]; readonly depots: readonly Depot[] };

/** Metadata and bundles, and the single packages beside them. */
async function sourcesIn(call: Call, host: Host): Promise<Answer<Sources>> {
  if (asksProxy(call, 'spec.proxy')) return noProxy();
  const depots: Depot[] = [];
  for (const argument of ['metaUrls', 'bundleUrls']) {
    const opened = await openDepots({ call, host, argument }, textListAt(call.args, argument));
    if (!opened.ok) return opened;
    depots.push(...opened.value);
  }
  const vibs = await readVibs({ call, host, argument: 'vibUrls' }, textListAt(call.args, 'vibUrls'));
  return vibs.ok ? done({ depots, coming: [...depots.flatMap(comingFrom), ...vibs.value] }) : vibs;
}

const namesSources = ({ args }: Call): boolean =>
  ['metaUrls', 'bundleUrls', 'vibUrls'].some((name) => textListAt(args, name).length > 0);

const withSources =
  (work: (call: Call, host: Host, sources: Sources) => Promise<Answer>): Method<Host> =>
  (call, host) => {
    if (!namesSources(call))
      return invalidArgument('bundleUrls', 'A depot, its metadata or a package is needed.');
    return task(call, host, async () => {
      const sources = await sourcesIn(call, host);
      return sources.ok ? work(call, host, sources.value) : sources;
    });
  };

/** `--force` and `--no-sig-check` are said in the options of the command that this once was. */
function wishIn({ args }: Call, put: readonly Coming[]): Wish {
  const said = textAt(args, 'spec.cmdOption') ?? '';
  const isForced = said.includes('force') || flagAt(args, 'force') === true;
  if (isForced) return { ...plainWish, put, over: 'older', without: 'all' };
  return { ...plainWish, put, without: said.includes('no-sig-check') ? 'levels' : 'nothing' };
}

/** Nothing of it is to be done. */
function needless(have: readonly Package[], [vib]: readonly Vib[]): Answer<never> {
  const id = vib === undefined ? '' : idOf(vib);
  const newer = have.find((one) => one.name === vib?.name && compareVersions(one.version, vib.version) > 0);
  return newer === undefined
    ? faulted('PatchAlreadyInstalled', `${id} is on the host already.`, { patchID: id })
    : faulted('PatchSuperseded', `${id} is older than ${idOf(newer)}, which is on the host.`, {
        patchID: id,
        supersede: [idOf(newer)],
      });
}

/** All of them or none. */
async function planned(call: Call, host: Host, { coming, depots }: Sources): Promise<Answer<Change>> {
  const change = changeOf(call.vc, host, wishIn(call, coming));
  if (!change.ok) return change;
  if (change.value.installed.length === 0) return needless(packagesOf(call.vc, host, 'next'), coming);
  const whole = await proved(depots, change.value.installed);
  return whole.ok ? change : whole;
}

async function install(call: Call, host: Host, sources: Sources): Promise<Answer<Change>> {
  const change = await planned(call, host, sources);
  if (!change.ok) return change;
  const written = await carryOut(call, host, { change: change.value, profile: null });
  return written.ok ? change : written;
}

const stage = async (call: Call, host: Host, sources: Sources): Promise<Answer> => {
  const have = packagesOf(call.vc, host, 'next');
  const fresh = sources.coming.filter((vib) => !have.some((one) => idOf(one) === idOf(vib)));
  const whole = await proved(sources.depots, fresh);
  return whole.ok ? done(statusesOf(call.vc, host, sources.coming)) : whole;
};

const scan = async (call: Call, host: Host, { depots }: Sources): Promise<Answer> =>
  done(resultOf(depots.flatMap((depot) => bulletinStatus(call.vc, host, depot))));

/** Scanned, and each file read that it speaks of. */
async function check(call: Call, host: Host, sources: Sources): Promise<Answer> {
  for (const depot of sources.depots) {
    const whole = await proved(
      [depot],
      [...depot.vibs.values()].map(({ vib }) => vib),
    );
    if (!whole.ok) return whole;
  }
  return scan(call, host, sources);
}

/** The calls of old name one place, and bulletins in it. */
async function repositoryOf(call: Call, host: Host): Promise<Answer<Depot>> {
  if (asksProxy(call, 'repository.proxy')) return noProxy();
  const url = textAt(call.args, 'repository.url') ?? '';
  return openDepot({ call, host, argument: 'repository.url' }, url);
}

function vibsOf(depot: Depot, id: string): readonly Coming[] {
  const bulletin = depot.bulletins.find((each) => each.id === id);
  return comingFrom(depot).filter((vib) => bulletin?.vibIds.includes(idOf(vib)) ?? idOf(vib) === id);
}

async function installOne(call: Call, host: Host): Promise<Answer> {
  const depot = await repositoryOf(call, host);
  if (!depot.ok) return depot;
  const id = textAt(call.args, 'updateID') ?? '';
  const coming = vibsOf(depot.value, id);
  if (coming.length === 0)
    return faulted('PatchMetadataNotFound', `${depot.value.url} has no bulletin ${id}.`, { patchID: id });
  const change = await install(call, host, { coming, depots: [depot.value] });
  return change.ok ? done(undefined) : change;
}

async function scanSome(call: Call, host: Host): Promise<Answer> {
  const depot = await repositoryOf(call, host);
  if (!depot.ok) return depot;
  const ids = textListAt(call.args, 'updateID');
  const all = bulletinStatus(call.vc, host, depot.value);
  const unknown = ids.find((id) => !all.some((one) => one.id === id));
  if (unknown !== undefined)
    return faulted('PatchMetadataNotFound', `${depot.value.url} has no bulletin ${unknown}.`, {
      patchID: unknown,
    });
  return done(
    statusList(ids.length === 0 ? all : all.filter((one) => ids.includes(textAt(one, 'id') ?? ''))),
  );
}

async function remove(call: Call, host: Host, ids: readonly string[]): Promise<Answer<Data>> {
  const { added } = keptPackages(call.vc, host);
  const drop: string[] = [];
  for (const id of ids) {
    const found = added.filter((one) => [idOf(one), one.name, one.bulletin].includes(id));
    if (found.length === 0)
      return faulted('PatchNotApplicable', `${id} was not put on ${host.name} beside its image.`, {
        patchID: id,
      });
    drop.push(...found.map(({ name }) => name));
  }
  const change = changeOf(call.vc, host, { ...plainWish, drop });
  if (!change.ok) return change;
  const written = await carryOut(call, host, { change: change.value, profile: null });
  return written.ok ? done(statusesOf(call.vc, host, change.value.removed)) : written;
}

export const patchManager = (): AnyManaged =>
  hostSystem('patchManager', {
    methods: {
      CheckHostPatch_Task: withSources(check),
      ScanHostPatchV2_Task: withSources(scan),
      StageHostPatch_Task: withSources(stage),
      InstallHostPatchV2_Task: withSources(async (call, host, sources) => {
        const change = await install(call, host, sources);
        return change.ok ? done(statusesOf(call.vc, host, change.value.installed)) : change;
      }),
      ScanHostPatch_Task: (call, host) => task(call, host, () => scanSome(call, host)),
      InstallHostPatch_Task: (call, host) => task(call, host, () => installOne(call, host)),
      UninstallHostPatch_Task: (call, host) =>
        task(call, host, () => remove(call, host, textListAt(call.args, 'bulletinIds'))),
      QueryHostPatch_Task: (call, host) =>
        task(call, host, async () => done(statusesOf(call.vc, host, keptPackages(call.vc, host).added))),
    },
  });
