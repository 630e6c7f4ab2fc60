/** `HostPciPassthruSystem`: which cards of a host are kept for a machine. */
import type { Vc } from '../../vc.ts';
import { dataListAt, flagAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { inUse, setAtStart } from './at-start.ts';
import type { AtStart } from './at-start.ts';
import { hostSystem } from './config-desk.ts';
import { hardwareOf } from './hardware.ts';
import type { Host } from './host.ts';
import { switchesOf } from './network-paper.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Lent = { readonly isLent: AtStart<boolean>; readonly label: string };
type Kept = Readonly<Record<string, Lent>>;

const keyOf = ({ id }: Host): string => hostKey(id, 'passthru');
const keptOf = (vc: Pick<Vc, 'papers'>, host: Host): Kept => settingOf<Kept>(vc, keyOf(host), {});
const notLent: Lent = { isLent: { wanted: false, before: false, at: 0 }, label: '' };

/** Network cards can be: their disks' adapter is what the host itself starts from. */
const isCapable = (card: Data): boolean => card.classId === networkClass;
const networkClass = 512;

const cardsOf = (vc: Vc, host: Host): readonly Data[] => dataListAt(hardwareOf(vc, host), 'pciDevice');

export const passthruOf = (vc: Vc, host: Host): readonly Data[] =>
  cardsOf(vc, host).map((card) => {
    const id = textAt(card, 'id') ?? '';
    const { isLent, label } = keptOf(vc, host)[id] ?? notLent;
    return {
      _type: 'HostPciPassthruInfo',
      id,
      dependentDevice: id,
      passthruEnabled: isLent.wanted,
      passthruCapable: isCapable(card),
      passthruActive: inUse(vc, host, isLent),
      hardwareLabel: label,
    };
  });

export const awaitsPassthru = (vc: Vc, host: Host): boolean =>
  Object.values(keptOf(vc, host)).some(({ isLent }) => isLent.wanted !== inUse(vc, host, isLent));

const update: Method<Host> = (call, host) => {
  const { vc, args } = call;
  const kept: Record<string, Lent> = { ...keptOf(vc, host) };
  for (const wish of dataListAt(args, 'config')) {
    const id = textAt(wish, 'id') ?? '';
    const card = cardsOf(vc, host).find((each) => textAt(each, 'id') === id);
    if (card === undefined) return invalidArgument('config.id', `${host.name} has no card ${id}.`);
    if (wish._type === 'HostSriovConfig')
      return faulted('NotSupported', `The card ${id} of ${host.name} has no virtual functions.`);
    const wanted = flagAt(wish, 'passthruEnabled') === true;
    if (wanted && !isCapable(card))
      return faulted('HostConfigFault', `The card ${id} of ${host.name} cannot be passed through.`);
    const before = kept[id] ?? notLent;
    const isNow = flagAt(wish, 'applyNow') === true;
    const isLent = isNow
      ? { wanted, before: wanted, at: vc.now() }
      : setAtStart({ vc, host }, before.isLent, wanted);
    kept[id] = { isLent, label: textAt(wish, 'hardwareLabel') ?? before.label };
  }
  const lost = switchesOf(vc, host).length > 0 ? uplinkLost(vc, host, kept) : null;
  return lost ?? writePaper(call, keyOf(host), kept);
};

/** Its last card stays with the host: nobody would reach it any more. */
function uplinkLost(vc: Vc, host: Host, kept: Kept) {
  const left = cardsOf(vc, host).filter(
    (card) => isCapable(card) && kept[textAt(card, 'id') ?? '']?.isLent.wanted !== true,
  );
  return left.length > 0
    ? null
    : faulted('HostConfigFault', `${host.name} would have no network card left for itself.`);
}

export const passthruSystem = (): AnyManaged =>
  hostSystem('pciPassthruSystem', {
    properties: { pciPassthruInfo: (host, { vc }) => passthruOf(vc, host), sriovDevicePoolInfo: () => [] },
    methods: { UpdatePassthruConfig: update, Refresh: () => done(undefined) },
  });
