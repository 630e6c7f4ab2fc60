/** The first calls of a program are its slowest, and clients race each other from the first moment: somebody goes before them. */
import { answerCall } from '../personalities/vmware/sdk/answer-call.ts';
import { ownVersion } from '../personalities/vmware/schema/version.ts';
import type { Call } from '../personalities/vmware/objects/managed.ts';
import type { Vc } from '../personalities/vmware/vc.ts';
import { readRequest } from '../personalities/vmware/wire/read.ts';
import { responseChunks } from '../personalities/vmware/wire/envelope.ts';
import { isRef } from '../personalities/vmware/wire/value.ts';
import { createWriters } from '../personalities/vmware/wire/write.ts';
import { defaultLimits, readXml } from '../personalities/vmware/wire/xml.ts';

const rounds = 3;
const caller = { key: 'warm-up', user: 'vcsim' } as const;

/** What a client does who waits for a change: a view, a filter on it, and its first answer. */
export async function warmUp(vc: Vc): Promise<void> {
  const version = ownVersion(vc.schema, vc.about.speaks ?? vc.about.apiVersion);
  const writer = createWriters(vc.schema)(version);
  const gone = new AbortController().signal;
  const ask = async (method: string, self: string, inner: string): Promise<string> => {
    const root = readXml(Buffer.from(envelopeOf(method, self, inner)), defaultLimits);
    const read = root.ok ? readRequest(root.value, { schema: vc.schema, version }) : root;
    if (!read.ok || read.value.self === null) throw new Error(`${method} cannot be read`);
    const call: Call = {
      vc,
      version,
      caller,
      session: null,
      method,
      self: read.value.self,
      args: read.value.args,
      isGone: () => false,
      gone: () => gone,
      userAgent: '',
      address: '127.0.0.1',
      origin: 'https://127.0.0.1',
      enter: () => {},
    };
    const answer = await answerCall(call);
    const described = vc.schema.method(method);
    if (!answer.ok || described === undefined) return '';
    for (const piece of responseChunks(writer, described, answer.value)) void piece;
    return isRef(answer.value) ? answer.value.value : '';
  };
  for (let round = 0; round < rounds; round += 1) await watch(ask, summaries(vc));
}

type Ask = (method: string, self: string, inner: string) => Promise<string>;

async function watch(ask: Ask, machines: string): Promise<void> {
  const root =
    '<container type="Folder">group-d1</container><type>ManagedEntity</type><recursive>true</recursive>';
  const view = await ask('CreateContainerView', 'ViewManager:ViewManager', root);
  const collector = await ask('CreatePropertyCollector', 'PropertyCollector:propertyCollector', '');
  const spec =
    '<propSet><type>ManagedEntity</type><pathSet>name</pathSet></propSet>' +
    `<objectSet><obj type="ContainerView">${view}</obj><skip>true</skip>` +
    '<selectSet xsi:type="TraversalSpec"><type>ContainerView</type><path>view</path></selectSet></objectSet>';
  const own = `PropertyCollector:${collector}`;
  await ask('CreateFilter', own, `<spec>${spec}</spec><partialUpdates>false</partialUpdates>`);
  await ask(
    'WaitForUpdatesEx',
    own,
    '<version></version><options><maxWaitSeconds>0</maxWaitSeconds></options>',
  );
  await ask(
    'RetrievePropertiesEx',
    'PropertyCollector:propertyCollector',
    `<specSet>${spec}</specSet><options/>`,
  );
  await ask('RetrievePropertiesEx', 'PropertyCollector:propertyCollector', machines);
  await ask('DestroyPropertyCollector', own, '');
  await ask('DestroyView', `ContainerView:${view}`, '');
}

/** What is asked for of most, and is longest. */
const machinesRead = 1000;

function summaries(vc: Vc): string {
  const machines = vc.world().inventory.ofKind('vm').slice(0, machinesRead);
  const objects = machines
    .map((vm) => vc.refs.of(vm))
    .map(({ _ref, value }) => `<objectSet><obj type="${_ref}">${value}</obj></objectSet>`);
  return `<specSet><propSet><type>VirtualMachine</type><pathSet>summary</pathSet></propSet>${objects.join('')}</specSet><options/>`;
}

function envelopeOf(method: string, self: string, inner: string): string {
  const [type = '', ...value] = self.split(':');
  return (
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>' +
    `<${method} xmlns="urn:vim25"><_this type="${type}">${value.join(':')}</_this>${inner}</${method}>` +
    '</soapenv:Body></soapenv:Envelope>'
  );
}
