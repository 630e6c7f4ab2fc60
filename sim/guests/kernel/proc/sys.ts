import { done, failed } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { FileNode } from '../../files/file-node.ts';
import { liveDirectory, liveSetting, liveText } from '../../files/live/live-node.ts';
import type { DiskView, NicView, TemperatureView } from '../machine-view.ts';
import type { Kernel } from '../process.ts';
import { rescan, syncDisks } from '../storage/disks.ts';

const value = (name: Bytes, read: () => string | number): FileNode => liveText(name, () => `${read()}\n`);

/** /sys: what tools look for there: cards, sensors, disks, cores. */
export function sysRoot(kernel: () => Kernel): FileNode {
  const view = (): Kernel['view'] => kernel().view;
  const classes = (): readonly FileNode[] => [
    liveDirectory('block', () => blocks(kernel())),
    liveDirectory('hwmon', () =>
      view().temperatures().length === 0 ? [] : [sensorChip(view().temperatures)],
    ),
    liveDirectory('net', () => [loopback(), ...view().nics().map(card)]),
    liveDirectory('scsi_host', () => [liveDirectory('host0', () => [scanning(kernel())])]),
    liveDirectory('thermal', () => view().temperatures().map(zone)),
  ];
  const processors = (): readonly FileNode[] => {
    const last = view().cores() - 1;
    return [
      ...Array.from({ length: last + 1 }, (_, at) =>
        liveDirectory(`cpu${at}`, () => [value('online', () => 1)]),
      ),
      value('online', () => (last === 0 ? '0' : `0-${last}`)),
    ];
  };
  return liveDirectory('', () => [
    liveDirectory('block', () => blocks(kernel())),
    liveDirectory('class', classes),
    liveDirectory('devices', () => [liveDirectory('system', () => [liveDirectory('cpu', processors)])]),
    liveDirectory('kernel', () => [value('uevent_seqnum', () => 1)]),
  ]);
}

function card(nic: NicView, at: number): FileNode {
  const { received, sent } = nic;
  return liveDirectory(nic.name, () => [
    value('address', () => nic.address),
    value('carrier', () => (nic.isUp ? 1 : 0)),
    value('duplex', () => 'full'),
    value('ifindex', () => at + 2),
    value('mtu', () => nic.mtu),
    value('operstate', () => (nic.isUp ? 'up' : 'down')),
    value('speed', () => (nic.isUp ? nic.speedMegabits : -1)),
    liveDirectory('statistics', () => [
      value('rx_bytes', () => received.bytes),
      value('rx_dropped', () => received.dropped),
      value('rx_errors', () => received.errors),
      value('rx_packets', () => received.packets),
      value('tx_bytes', () => sent.bytes),
      value('tx_dropped', () => sent.dropped),
      value('tx_errors', () => sent.errors),
      value('tx_packets', () => sent.packets),
    ]),
  ]);
}

const loopback = (): FileNode =>
  liveDirectory('lo', () => [
    value('address', () => '00:00:00:00:00:00'),
    value('carrier', () => 1),
    value('ifindex', () => 1),
    value('mtu', () => 65_536),
    value('operstate', () => 'unknown'),
  ]);

const milli = (celsius: number): number => Math.round(celsius * 1000);

const zone = ({ type, celsius, criticalCelsius }: TemperatureView, at: number): FileNode =>
  liveDirectory(`thermal_zone${at}`, () => [
    value('temp', () => milli(celsius)),
    value('trip_point_0_temp', () => milli(criticalCelsius)),
    value('trip_point_0_type', () => 'critical'),
    value('type', () => type),
  ]);

const sensorChip = (temperatures: () => readonly TemperatureView[]): FileNode =>
  liveDirectory('hwmon0', () => [
    value('name', () => 'coretemp'),
    ...temperatures().flatMap(({ label, celsius, criticalCelsius }, at) => [
      value(`temp${at + 1}_crit`, () => milli(criticalCelsius)),
      value(`temp${at + 1}_input`, () => milli(celsius)),
      value(`temp${at + 1}_label`, () => label),
    ]),
  ]);

/** `echo "- - -" >scan` looks for disks that came. */
const scanning = (kernel: Kernel): FileNode =>
  liveSetting(
    'scan',
    () => '',
    (_bytes, { who }) => {
      if (who.uid !== 0) return failed('EACCES');
      syncDisks(kernel);
      return done(undefined);
    },
  );

/** As the kernel found them: one that grew is as it was until somebody has it looked at again. */
function blocks(kernel: Kernel): readonly FileNode[] {
  const [first, ...others] = kernel.view.disks();
  const found = kernel.storage.disks.map(({ key, name, sizeBytes }) => ({
    ...(others.find((one) => (one.key ?? one.name) === key) ?? noTraffic),
    name,
    sizeBytes,
  }));
  return [...(first === undefined ? [] : [first]), ...found].map((one) => disk(kernel, one));
}

const noTraffic = { model: '', isReadOnly: false, reads: 0, readBytes: 0, writes: 0, writtenBytes: 0 };

const disk = (kernel: Kernel, of: DiskView): FileNode =>
  liveDirectory(of.name, () => [
    liveDirectory('device', () => [
      value('model', () => of.model),
      liveSetting(
        'rescan',
        () => '',
        (_bytes, { who }) => (who.uid === 0 ? rescan(kernel, of.name) : failed('EACCES')),
      ),
    ]),
    liveDirectory('queue', () => [value('logical_block_size', () => 512), value('rotational', () => 0)]),
    value('removable', () => 0),
    value('ro', () => (of.isReadOnly ? 1 : 0)),
    value('size', () => Math.floor(of.sizeBytes / 512)),
    value('stat', () =>
      [
        of.reads,
        0,
        Math.floor(of.readBytes / 512),
        0,
        of.writes,
        0,
        Math.floor(of.writtenBytes / 512),
        0,
        0,
        0,
        0,
      ].join(' '),
    ),
  ]);
