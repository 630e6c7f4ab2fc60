/** What the iSCSI initiator of a host can be told. */
import { dataAt, dataListAt, flagAt, numberAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import type { Host } from './host.ts';
import { iscsiAdapter, iscsiKey, iscsiPaperOf, iscsiPort, isIscsiOn, noAuth } from './iscsi.ts';
import type { IscsiPaper, StaticTarget, Target } from './iscsi.ts';
import { writePaper } from './settings.ts';

const keep = (call: Call, host: Host, more: IscsiPaper): Promise<Answer> =>
  writePaper(call, iscsiKey(host), { ...iscsiPaperOf(call.vc, host), ...more });

type After = (call: Call, paper: IscsiPaper) => Answer<IscsiPaper>;

/** Asked of the adapter by its name, which is there while software iSCSI is on. */
const onAdapter =
  (after: After): Method<Host> =>
  async (call, host) => {
    const device = textAt(call.args, 'iScsiHbaDevice') ?? '';
    if (device !== iscsiAdapter || !isIscsiOn(call.vc, host))
      return faulted('NotFound', `${host.name} has no iSCSI adapter ${device}.`);
    const more = after(call, iscsiPaperOf(call.vc, host));
    return more.ok ? keep(call, host, more.value) : more;
  };

/** RFC 3720: `iqn.1998-01.com.vmware:esx-01`, `eui.` and `naa.` with digits. */
const nameForm = /^(?:iqn\.\d{4}-\d{2}\.[a-z0-9.-]+(?::[^\s]+)?|eui\.[0-9a-f]{16}|naa\.[0-9a-f]{16,32})$/i;
const isName = (text: string): boolean => nameForm.test(text) && text.length <= 223;
const isAddress = (text: string): boolean => /^[a-z0-9](?:[a-z0-9.:-]{0,253}[a-z0-9])?$/i.test(text);

const setName: After = ({ args }) => {
  const name = textAt(args, 'iScsiName') ?? '';
  return isName(name)
    ? done({ name })
    : invalidArgument('iScsiName', `${name} cannot be the name of an iSCSI initiator.`);
};

const setAlias: After = ({ args }) => {
  const alias = textAt(args, 'iScsiAlias') ?? '';
  return alias.length <= 255 ? done({ alias }) : invalidArgument('iScsiAlias', 'The alias is too long.');
};

const setDiscovery: After = ({ args }) => {
  const { _type, ...given } = dataAt(args, 'discoveryProperties') ?? {};
  return flagAt(given, 'iSnsDiscoveryEnabled') === true || flagAt(given, 'slpDiscoveryEnabled') === true
    ? faulted('NotSupported', 'Software iSCSI finds targets by their addresses only.')
    : done({ discovery: given });
};

/** Secrets are asked for nowhere here, and so they are not kept. */
function authIn(args: Data): Answer<Data> {
  const {
    _type,
    chapSecret: _secret,
    mutualChapSecret: _mutual,
    ...given
  } = dataAt(args, 'authenticationProperties') ?? {};
  const required = 'chapRequired';
  if (flagAt(given, 'chapAuthEnabled') === true && (textAt(given, 'chapName') ?? '') === '')
    return invalidArgument('authenticationProperties.chapName', 'CHAP needs a name.');
  const isMutual = textAt(given, 'mutualChapAuthenticationType') === required;
  return isMutual && textAt(given, 'chapAuthenticationType') !== required
    ? invalidArgument(
        'authenticationProperties.mutualChapAuthenticationType',
        'The target shows who it is only where the initiator has to.',
      )
    : done({ ...noAuth, ...given });
}

const setAuth: After = ({ args }, { send = [], fixed = [] }) => {
  const auth = authIn(args);
  if (!auth.ok) return auth;
  const targets = dataAt(args, 'targetSet');
  if (targets === undefined) return done({ auth: auth.value });
  const [sends, statics] = [dataListAt(targets, 'sendTargets'), dataListAt(targets, 'staticTargets')];
  const own = <T extends Target>(target: T, named: readonly Data[]): T =>
    named.some((each) => isSame(target, each)) ? { ...target, auth: auth.value } : target;
  return done({
    send: send.map((target) => own(target, sends)),
    fixed: fixed.map((target) => own(target, statics)),
  });
};

const portIn = (target: Data): number => numberAt(target, 'port') ?? iscsiPort;

const isSame = (target: Target & { readonly name?: string }, asked: Data): boolean =>
  target.address === textAt(asked, 'address') &&
  target.port === portIn(asked) &&
  target.name === textAt(asked, 'iScsiName');

function targetIn(asked: Data): Answer<Target> {
  const [address, port] = [textAt(asked, 'address') ?? '', portIn(asked)];
  if (!isAddress(address)) return invalidArgument('targets.address', `${address} is no address of a target.`);
  return port >= 1 && port <= 65_535
    ? done({ address, port })
    : invalidArgument('targets.port', `There is no port ${port}.`);
}

function staticIn(asked: Data): Answer<StaticTarget> {
  const target = targetIn(asked);
  const name = textAt(asked, 'iScsiName') ?? '';
  if (!target.ok) return target;
  return isName(name)
    ? done({ ...target.value, name })
    : invalidArgument('targets.iScsiName', `${name} cannot be the name of a target.`);
}

function added<T extends Target>(
  now: readonly T[],
  asked: readonly Data[],
  read: (target: Data) => Answer<T>,
): Answer<readonly T[]> {
  let list = now;
  for (const each of asked) {
    const target = read(each);
    if (!target.ok) return target;
    if (list.some((known) => isSame(known, each)))
      return faulted('HostConfigFault', `${target.value.address} is among the targets already.`);
    list = [...list, target.value];
  }
  return done(list);
}

function removed<T extends Target>(now: readonly T[], asked: readonly Data[]): Answer<readonly T[]> {
  let list = now;
  for (const each of asked) {
    const rest = list.filter((known) => !isSame(known, each));
    if (rest.length === list.length)
      return faulted('NotFound', `${textAt(each, 'address') ?? ''} is none of the targets.`);
    list = rest;
  }
  return done(list);
}

const asSend = (list: Answer<readonly Target[]>): Answer<IscsiPaper> =>
  list.ok ? done({ send: list.value }) : list;
const asFixed = (list: Answer<readonly StaticTarget[]>): Answer<IscsiPaper> =>
  list.ok ? done({ fixed: list.value }) : list;
const asked = ({ args }: Call): readonly Data[] => dataListAt(args, 'targets');

export const iscsiMethods: Readonly<Record<string, Method<Host>>> = {
  UpdateSoftwareInternetScsiEnabled: (call, host) =>
    keep(call, host, { iscsi: flagAt(call.args, 'enabled') === true }),
  UpdateInternetScsiName: onAdapter(setName),
  UpdateInternetScsiAlias: onAdapter(setAlias),
  UpdateInternetScsiDiscoveryProperties: onAdapter(setDiscovery),
  UpdateInternetScsiAuthenticationProperties: onAdapter(setAuth),
  AddInternetScsiSendTargets: onAdapter((call, { send = [] }) => asSend(added(send, asked(call), targetIn))),
  RemoveInternetScsiSendTargets: onAdapter((call, { send = [] }) => asSend(removed(send, asked(call)))),
  AddInternetScsiStaticTargets: onAdapter((call, { fixed = [] }) =>
    asFixed(added(fixed, asked(call), staticIn)),
  ),
  RemoveInternetScsiStaticTargets: onAdapter((call, { fixed = [] }) => asFixed(removed(fixed, asked(call)))),
};
