/** ExtensionManager: what was added to vCenter. It stands in the paper `extensions`. */
import type { Vc } from '../../vc.ts';
import { textAt, textListAt, dataAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { givenTo } from './ip-pools.ts';
import { paperOf } from '../machine/paper.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';

const key = 'extensions';

type Extensions = Readonly<Record<string, Data>>;

const added = (vc: Vc): Extensions => settingOf<Extensions>(vc, key, {});

/** vCenter's own. */
const ownOf = ({ about, now }: Vc): Data => ({
  _type: 'Extension',
  description: { _type: 'Description', label: 'vCenter', summary: 'vCenter of the lab' },
  key: 'VirtualCenter',
  company: 'Coldaisle',
  version: about.version,
  lastHeartbeatTime: isoOf(now()),
});

/** Those that are simulated as the services of this endpoint. */
const all = (vc: Vc): Extensions => ({ VirtualCenter: ownOf(vc), ...added(vc) });

export const extensionsType = (): AnyManaged =>
  service('ExtensionManager', {
    properties: { extensionList: (_, { vc }) => Object.values(all(vc)) },
    methods: {
      FindExtension: ({ vc, args }) => done(all(vc)[textAt(args, 'extensionKey') ?? '']),
      RegisterExtension: (call) => put(call, 'new'),
      UpdateExtension: (call) => put(call, 'known'),
      UnregisterExtension: async (call) => {
        const name = textAt(call.args, 'extensionKey') ?? '';
        const { [name]: gone, ...others } = added(call.vc);
        return gone === undefined ? noSuchExtension(name) : writePaper(call, key, others);
      },
      SetExtensionCertificate: (call) =>
        amend(call, { certificate: textAt(call.args, 'certificatePem') ?? '' }),
      SetPublicKey: (call) => amend(call, { publicKey: textAt(call.args, 'publicKey') ?? '' }),
      QueryManagedBy: queryManagedBy,
      QueryExtensionIpAllocationUsage: ({ vc, args }) => {
        const asked = textListAt(args, 'extensionKeys');
        const known = all(vc);
        const unknown = asked.find((name) => known[name] === undefined);
        if (unknown !== undefined) return noSuchExtension(unknown);
        const named = asked.length === 0 ? Object.keys(known) : asked;
        return done(
          named.map((extensionKey) => ({
            _type: 'ExtensionManagerIpAllocationUsage',
            extensionKey,
            numAddresses: givenTo(vc, extensionKey),
          })),
        );
      },
    },
  });

const noSuchExtension = (name: string) => faulted('NotFound', `There is no extension ${name}.`);

function put(call: Call, which: 'new' | 'known') {
  const extension = dataAt(call.args, 'extension') ?? {};
  const name = textAt(extension, 'key') ?? '';
  if (name === '') return invalidArgument('extension.key', 'An extension needs a key.');
  const before = all(call.vc)[name];
  if (which === 'new' && before !== undefined)
    return invalidArgument('extension.key', `The extension ${name} is registered already.`);
  if (which === 'known' && before === undefined) return noSuchExtension(name);
  const young = { ...extension, _type: 'Extension', lastHeartbeatTime: isoOf(call.vc.now()) };
  return writePaper(call, key, { ...added(call.vc), [name]: young });
}

/** Beside what clients are shown of it: in a paper of its own. */
async function amend(call: Call, secret: Readonly<Record<string, string>>) {
  const name = textAt(call.args, 'extensionKey') ?? '';
  if (added(call.vc)[name] === undefined) return noSuchExtension(name);
  const paper = 'extension-keys';
  const known = settingOf<Readonly<Record<string, object>>>(call.vc, paper, {});
  return writePaper(call, paper, { ...known, [name]: { ...known[name], ...secret } });
}

const queryManagedBy: Method<null> = ({ vc, args }) => {
  const name = textAt(args, 'extensionKey') ?? '';
  if (all(vc)[name] === undefined) return noSuchExtension(name);
  return done(
    vc
      .world()
      .inventory.ofKind('vm')
      .filter(({ id }) => textAt(paperOf(vc, id).config?.managedBy, 'extensionKey') === name)
      .map(vc.refs.of),
  );
};
