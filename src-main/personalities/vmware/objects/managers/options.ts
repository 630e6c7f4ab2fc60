/** OptionManager: vCenter's settings. What somebody set stands in the paper `options`. */
import { at, dataListAt, textAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Host } from '../host/host.ts';
import { hostOptions } from '../host/options.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { managed } from '../managed.ts';
import type { AnyManaged, Asking, Call } from '../managed.ts';

type Option = string | number | boolean;
type Options = Readonly<Record<string, Option>>;

const key = 'options';

/** As vCenter comes, of what means something here. */
const usual: Options = {
  'VirtualCenter.VimPasswordExpirationInDays': 30,
  'VirtualCenter.MaxDBConnection': 50,
  'VirtualCenter.DBPassword': '',
  'VirtualCenter.FQDN': 'vcenter.lab',
  'config.vpxd.stats.maxQueryMetrics': 64,
  'VirtualCenter.InstanceName': 'vcenter.lab',
  'VirtualCenter.ManagedIP': '',
  'config.log.level': 'info',
  'config.vpxd.das.electionWaitTimeSec': 120,
  'config.vpxd.event.syslog.enabled': true,
  'config.workflow.port': 8088,
  'event.batchsize': 1000,
  'event.maxAge': 30,
  'event.maxAgeEnabled': true,
  'instance.id': 1,
  'mail.sender': '',
  'mail.smtp.port': 25,
  'mail.smtp.server': '',
  'snmp.receiver.1.community': 'public',
  'snmp.receiver.1.enabled': true,
  'snmp.receiver.1.name': 'localhost',
  'snmp.receiver.1.port': 162,
  'task.maxAge': 30,
  'task.maxAgeEnabled': true,
  'vpxd.stats.maxQueryMetrics': 64,
};

/** Where the other services of the endpoint are: where the client found this one. */
const placesAt = (origin: string): Options => ({
  'config.vpxd.sso.admin.uri': `${origin}/sso-adminserver/sdk/vsphere.local`,
  'config.vpxd.sso.groupcheck.uri': `${origin}/sso-adminserver/sdk/vsphere.local`,
  'config.vpxd.sso.lookupService.serviceId': 'local:vsphere-client',
  'config.vpxd.sso.lookupService.uri': `${origin}/lookupservice/sdk`,
  'config.vpxd.sso.sts.uri': `${origin}/sts/STSService/vsphere.local`,
  'config.vpxd.sso.default.admin': 'administrator@vsphere.local',
  'vcsim.server.url': `${origin}/sdk`,
});

const originOf = (asking: Asking | Call): string =>
  'origin' in asking ? asking.origin : 'https://localhost';

function optionsOf(asking: Asking | Call): Options {
  const set = settingOf<Options>(asking.vc, key, {});
  return { ...usual, ...placesAt(originOf(asking)), ...set };
}

const optionData = ([name, value]: readonly [string, Option]): Data => ({
  _type: 'OptionValue',
  key: name,
  value: typeof value === 'number' && !Number.isInteger(value) ? { _type: 'xsd:double', value } : value,
});

const sorted = (options: Options): readonly Data[] =>
  Object.entries(options)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(optionData);

/** vCenter's own, or those of a host. */
type Thing = { readonly host: Host | null };

const hostPart = 'EsxHostAdvSettings';

export const optionsType = (): AnyManaged =>
  managed<Thing>({
    type: 'OptionManager',
    find: ({ vc }, ref) => {
      if (ref.value === 'VpxSettings') return { host: null };
      const found = vc.refs.find(ref);
      if (found?.is !== 'part' || found.name !== hostPart) return undefined;
      return found.entity.kind === 'host' ? { host: found.entity } : undefined;
    },
    properties: {
      supportedOption: ({ host }) => (host === null ? [] : hostOptions.supported()),
      setting: ({ host }, asking) =>
        host === null ? sorted(optionsOf(asking)) : hostOptions.setting(asking.vc, host),
    },
    methods: {
      QueryOptions: (call, { host }) =>
        host === null ? query(call) : hostOptions.methods.QueryOptions(call, host),
      UpdateOptions: (call, { host }) =>
        host === null ? update(call) : hostOptions.methods.UpdateOptions(call, host),
    },
  });

/** By its whole name, or by what stands in front; what nothing begins with is a name that is not there. */
function query(call: Call): Answer {
  const name = textAt(call.args, 'name') ?? '';
  const found = Object.entries(optionsOf(call)).filter(([each]) => each.startsWith(name));
  return found.length === 0 ? noSuchOption(name) : done(sorted(Object.fromEntries(found)));
}

const noSuchOption = (name: string): Answer<never> =>
  faulted('InvalidName', `There is no option ${name}.`, { name });

/** An option that is not known is a new one, as vCenter lets extensions have their own. */
async function update(call: Call): Promise<Answer> {
  const set: Record<string, Option> = { ...settingOf<Options>(call.vc, key, {}) };
  for (const option of dataListAt(call.args, 'changedValue')) {
    const name = textAt(option, 'key') ?? '';
    const value = plainOf(at(option, 'value'));
    if (name === '' || value === undefined) return noSuchOption(name);
    const before = optionsOf(call)[name];
    if (before !== undefined && typeof before !== typeof value)
      return faulted('InvalidArgument', `${name} is a ${typeof before}.`, { invalidProperty: name });
    set[name] = value;
  }
  return writePaper(call, key, set);
}

function plainOf(value: Value): Option | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isData(value) ? plainOf(value['value']) : undefined;
}
