/** `HostPatchManager`: packages are put on a host and taken off it. */
import { contentOf } from '../files/content.ts';
import { mayBrowse } from '../files/may-use.ts';
import { plainPath } from '../files/stored.ts';
import type { Store } from '../files/stored.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { hostSystem } from '../objects/host/config-desk.ts';
import type { Host } from '../objects/host/host.ts';
import { acceptanceLevels, acceptanceOf, packagesOf } from '../objects/host/image.ts';
import { writePaper } from '../objects/host/settings.ts';
import { storesOf } from '../objects/host/storage-info.ts';
import { textAt, textListAt } from '../wire/ask.ts';
import type { Data, Ref } from '../wire/value.ts';
import { idOf, keptPackages, packagesKey } from './packages.ts';
import type { Added } from './packages.ts';
import { mostHead, vibIn } from './vib.ts';
import type { Vib } from './vib.ts';

type Place = { readonly store: Store; readonly path: string };

/** `/vmfs/volumes/<name or uuid>/a/b.vib`, with `file://` or `ds://` before it or not. */
function placeOf({ vc }: Call, host: Host, url: string): Place | null {
  const [, volume = '', rest = ''] = /^(?:(?:file|ds):\/\/)?\/vmfs\/volumes\/([^/]+)\/(.+)$/.exec(url) ?? [];
  const path = plainPath(rest);
  const store = storesOf(vc, host).find(
    ({ id, name, aliases }) => name === volume || id === volume || aliases.uuid === volume,
  );
  return store === undefined || path === undefined || path === '' ? null : { store, path };
}

async function readVib(call: Call, host: Host, url: string): Promise<Answer<Vib>> {
  const { vc, caller } = call;
  const place = placeOf(call, host, url);
  if (place === null)
    return invalidArgument(
      'vibUrls',
      `'${url}' names no file of a datastore that ${host.name} mounts: /vmfs/volumes/<datastore>/<file>.`,
    );
  const refused = mayBrowse(vc, caller, place.store);
  if (refused !== null) return { ok: false, fault: refused };
  const content = contentOf(vc, vc.blobs, place);
  const chunks = content === null ? null : await content.read(0, Math.min(content.size, mostHead));
  if (chunks === null)
    return faulted('PatchBinariesNotFound', `There is no file ${url}.`, { patchID: url, binary: [url] });
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  const vib = vibIn(Buffer.concat(pieces));
  return vib === null
    ? faulted('PatchMetadataCorrupted', `${url} is no package: a VIB with its descriptor is wanted.`, {
        patchID: url,
      })
    : done(vib);
}

const isKnown = (call: Call, host: Host, { name, version }: Vib): boolean =>
  packagesOf(call.vc, host).some((one) => textAt(one, 'name') === name && textAt(one, 'version') === version);

/** Why it does not go onto this host now. */
function hindranceOf(call: Call, host: Host, vib: Vib): Answer<null> {
  const id = idOf(vib);
  const wanted = acceptanceOf(call.vc, host);
  if (acceptanceLevels.indexOf(vib.level) > acceptanceLevels.indexOf(wanted))
    return failed(`${id} is of the level ${vib.level}, and ${host.name} takes packages from ${wanted} on.`);
  if (vib.needsMaintenance && host.spec.mode !== 'maintenance')
    return failed(`${id} asks for maintenance mode, which ${host.name} is not in.`);
  return isKnown(call, host, vib)
    ? faulted('PatchAlreadyInstalled', `${id} is on ${host.name} already.`, { patchID: id })
    : done(null);
}

const failed = (text: string): Answer<never> =>
  faulted('PatchInstallFailed', text, { text, rolledBack: true });

const statusOf = (one: Vib, isInstalled: boolean): Data => ({
  _type: 'HostPatchManagerStatus',
  id: idOf(one),
  applicable: true,
  installed: isInstalled,
  restartRequired: !one.isLive,
  reconnectRequired: false,
  vmOffRequired: one.needsMaintenance,
});

const resultOf = (status: readonly Data[]): Data => ({
  _type: 'HostPatchManagerResult',
  version: '1.4',
  status,
});

type Work = () => Promise<Answer<Data>>;

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

/** All of them or none. */
async function install(call: Call, host: Host, urls: readonly string[]): Promise<Answer<Data>> {
  const vibs: Vib[] = [];
  for (const url of urls) {
    const vib = await readVib(call, host, url);
    if (!vib.ok) return vib;
    const free = hindranceOf(call, host, vib.value);
    if (!free.ok) return free;
    vibs.push(vib.value);
  }
  const { added, changedAt } = keptPackages(call.vc, host);
  const installedAt = call.vc.now();
  const names = new Set(vibs.map(({ name }) => name));
  const written = await writePaper(call, packagesKey(host), {
    added: [...added.filter(({ name }) => !names.has(name)), ...vibs.map((one) => ({ ...one, installedAt }))],
    changedAt: vibs.every(({ isLive }) => isLive) ? changedAt : installedAt,
  });
  return written.ok ? done(resultOf(vibs.map((one) => statusOf(one, true)))) : written;
}

const installed: Method<Host> = (call, host) => {
  for (const other of ['metaUrls', 'bundleUrls'])
    if (textListAt(call.args, other).length > 0)
      return faulted('NotSupported', 'Bundles are not opened here: name their packages in vibUrls.');
  const urls = textListAt(call.args, 'vibUrls');
  if (urls.length === 0) return invalidArgument('vibUrls', 'A package is needed.');
  return task(call, host, () => install(call, host, urls));
};

async function remove(call: Call, host: Host, ids: readonly string[]): Promise<Answer<Data>> {
  const { added, changedAt } = keptPackages(call.vc, host);
  const found: Added[] = [];
  for (const id of ids) {
    const one = added.find((each) => idOf(each) === id || each.name === id);
    if (one === undefined)
      return faulted('PatchNotApplicable', `${id} was not put on ${host.name} beside its image.`, {
        patchID: id,
      });
    if (one.needsMaintenance && host.spec.mode !== 'maintenance')
      return failed(`${id} asks for maintenance mode, which ${host.name} is not in.`);
    found.push(one);
  }
  const written = await writePaper(call, packagesKey(host), {
    added: added.filter((one) => !found.includes(one)),
    changedAt: found.every(({ isLive }) => isLive) ? changedAt : call.vc.now(),
  });
  return written.ok ? done(resultOf(found.map((one) => statusOf(one, false)))) : written;
}

export const patchManager = (): AnyManaged =>
  hostSystem('patchManager', {
    methods: {
      InstallHostPatchV2_Task: installed,
      UninstallHostPatch_Task: (call, host) =>
        task(call, host, () => remove(call, host, textListAt(call.args, 'bulletinIds'))),
      QueryHostPatch_Task: (call, host) =>
        task(call, host, async () =>
          done(resultOf(keptPackages(call.vc, host).added.map((one) => statusOf(one, true)))),
        ),
    },
  });
