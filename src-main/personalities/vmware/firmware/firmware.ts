/** `HostFirmwareSystem`: the configuration of a host is saved, restored and forgotten. */
import { randomUUID } from 'node:crypto';
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import { inOneChunk } from '../files/blobs.ts';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { refusedBy } from '../objects/faults.ts';
import { hostSystem } from '../objects/host/config-desk.ts';
import type { Host } from '../objects/host/host.ts';
import { hostKey, writePaper } from '../objects/host/settings.ts';
import { doesPlainly } from '../objects/machine/doing.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { flagAt } from '../wire/ask.ts';
import type { Vc } from '../vc.ts';
import { packagesKey } from '../patches/packages.ts';
import { packBundle, unpackBundle } from './bundle.ts';
import type { Bundle } from './bundle.ts';
import { firmwareKey, firmwareOf } from './kept.ts';
import { downloadPrefix, uploadPrefix } from './route.ts';

/** Its bundles and its packages are no settings. */
const isBeside = (host: Host, key: string): boolean => key === firmwareKey(host) || key === packagesKey(host);

/** What is set on a host. */
function settingsOf({ papers }: Pick<Vc, 'papers'>, host: Host): Readonly<Record<string, PaperValue>> {
  const prefix = hostKey(host.id, '');
  const found = papers
    .below(prefix.slice(0, -1))
    .filter(({ key }) => key.startsWith(prefix) && !isBeside(host, key));
  return Object.fromEntries(found.map(({ key, value }) => [key.slice(prefix.length), value]));
}

const backup: Method<Host> = async (call, host) => {
  const { vc } = call;
  const bundle: Bundle = {
    uuid: host.aliases.uuid ?? '',
    build: vc.about.build,
    papers: settingsOf(vc, host),
  };
  const { sha, size } = await vc.blobs.put(inOneChunk(packBundle(bundle)));
  const token = randomUUID();
  const kept = await writePaper(call, firmwareKey(host), {
    ...firmwareOf(vc, host),
    token,
    backup: { sha, size, at: vc.now() },
  });
  const file = `configBundle-${encodeURIComponent(host.name)}.tgz`;
  return kept.ok ? done(`${call.origin}${downloadPrefix}/${token}/${file}`) : kept;
};

const inMaintenance = ({ name, spec }: Host): Answer<null> =>
  spec.mode === 'maintenance'
    ? done(null)
    : faulted('InvalidState', `${name} is not in maintenance mode: enter it first.`);

async function uploaded({ vc }: Call, host: Host): Promise<Bundle | null> {
  const { upload } = firmwareOf(vc, host);
  const chunks = upload === undefined ? null : await vc.blobs.read(upload.sha, 0, upload.size);
  if (chunks === null) return null;
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return unpackBundle(Buffer.concat(pieces));
}

/** All that was set is as these say, and the host starts anew. */
async function become(call: Call, host: Host, papers: Bundle['papers']): Promise<Answer> {
  const gone = Object.keys(settingsOf(call.vc, host)).filter((what) => papers[what] === undefined);
  const items = [
    ...gone.map((what) => ({ key: hostKey(host.id, what), value: null })),
    ...Object.entries(papers).map(([what, value]) => ({ key: hostKey(host.id, what), value })),
  ];
  const written = items.length === 0 ? null : await call.vc.papers.write(items, call.caller);
  if (written !== null && !written.ok) return refusedBy(written.refusal);
  return doesPlainly(call, { type: 'host.power', id: host.id, verb: 'reboot', machines: 'refuse' });
}

const restore: Method<Host> = async (call, host) => {
  const ready = inMaintenance(host);
  if (!ready.ok) return ready;
  const bundle = await uploaded(call, host);
  if (bundle === null)
    return faulted('InvalidBundle', `No bundle of a host was put at the upload address of ${host.name}.`, {
      text: '',
    });
  const isOwn = bundle.uuid === host.aliases.uuid && bundle.build === call.vc.about.build;
  if (!isOwn && flagAt(call.args, 'force') !== true)
    return faulted('MismatchedBundle', `The bundle is of another host or build than ${host.name}.`, {
      bundleUuid: bundle.uuid,
      hostUuid: host.aliases.uuid ?? '',
      bundleBuildNumber: Number.parseInt(bundle.build, 10) || 0,
      hostBuildNumber: Number.parseInt(call.vc.about.build, 10) || 0,
    });
  return become(call, host, bundle.papers);
};

const forget: Method<Host> = async (call, host) => {
  const ready = inMaintenance(host);
  return ready.ok ? become(call, host, {}) : ready;
};

export const firmwareSystem = (): AnyManaged =>
  hostSystem('firmwareSystem', {
    methods: {
      BackupFirmwareConfiguration: backup,
      QueryFirmwareConfigUploadURL: ({ vc, origin }, host) =>
        done(`${origin}${uploadPrefix}/${vc.refs.of(host).value}/configBundle.tgz`),
      RestoreFirmwareConfiguration: restore,
      ResetFirmwareToFactoryDefaults: forget,
    },
  });
