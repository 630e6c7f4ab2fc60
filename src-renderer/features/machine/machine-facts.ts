/** What stands on a machine's page, and on its plate in the inspector. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { VmSpec } from '../../../sim/contract/machine-specs.ts';
import { text } from '../../text/text.ts';
import { labMoment, numberText, withUnit } from '../../ui/numbers.ts';
import { diskText, memoryText, percentText, rateText, speedText } from './amounts.ts';

type MachineFact = { readonly label: string; readonly value: string };
type NameOf = (id: string) => string;

const facts = (
  lines: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly MachineFact[] =>
  lines.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value }],
  );

export function identityFacts({
  row,
  entity,
}: {
  readonly row: MachineRow;
  readonly entity: Entity;
}): readonly MachineFact[] {
  const { machine, kinds } = text();
  const words = machine.facts;
  const { aliases } = entity;
  return facts([
    [words.kind, kinds[row.kind]],
    [words.os, row.os],
    [words.hostname, entity.kind === 'vm' || entity.kind === 'blade' ? entity.spec.hostname : undefined],
    [words.address, row.address],
    [words.ssh, row.sshPort === null ? null : `127.0.0.1:${row.sshPort}`],
    [words.cluster, row.cluster?.name],
    [words.owner, row.owner?.name],
    [words.environment, row.environment],
    [words.id, row.id],
    [words.moRef, aliases['moRef']],
    [words.uuid, aliases['uuid']],
    [words.dn, aliases['dn']],
  ]);
}

const vmHardware = (spec: VmSpec, nameOf: NameOf): readonly MachineFact[] => {
  const { machine } = text();
  const words = machine.facts;
  return facts([
    [words.cpus, machine.cores(String(spec.cpus))],
    [words.memory, memoryText(spec.memory)],
    ...spec.disks.map(({ label, size, isThin, datastore }): readonly [string, string] => [
      label,
      machine.diskLine(diskText(size), isThin, datastore === null ? '' : nameOf(datastore)),
    ]),
    ...spec.nics.map(({ label, network, address, mac }): readonly [string, string] => [
      label,
      machine.nicLine(network === null ? machine.noNetwork : nameOf(network), address ?? '', mac),
    ]),
    [words.tools, machine.tools[spec.tools]],
    [words.workload, `${spec.workload.profile}, ${percentText(spec.workload.level)}`],
    [words.restart, text().machinePlates.restarts[spec.restart]],
    [words.started, spec.startedAt === undefined || spec.power !== 'on' ? null : labMoment(spec.startedAt)],
  ]);
};

export function hardwareFacts(entity: Entity, nameOf: NameOf): readonly MachineFact[] {
  const { machine } = text();
  const words = machine.facts;
  switch (entity.kind) {
    case 'vm':
      return vmHardware(entity.spec, nameOf);
    case 'blade':
      return facts([
        [words.product, entity.spec.model],
        [words.cpus, machine.cores(String(entity.spec.cpus))],
        [words.memory, memoryText(entity.spec.memory)],
        [words.disk, diskText(entity.spec.disk)],
        [words.workload, `${entity.spec.workload.profile}, ${percentText(entity.spec.workload.level)}`],
      ]);
    case 'host': {
      const { sockets, coresPerSocket, megahertz, memory, product, version } = entity.spec;
      return facts([
        [words.product, `${product} ${version}`],
        [words.cpus, machine.hostCores(String(sockets), String(coresPerSocket), speedText(megahertz))],
        [words.memory, memoryText(memory)],
      ]);
    }
    default:
      return [];
  }
}

/** In this second. */
export function nowFacts({ use, size, kind }: MachineRow): readonly MachineFact[] {
  const { machine } = text();
  const words = machine.facts;
  const millis = (value: number): string => withUnit(numberText(value, 0), 'ms');
  return facts([
    [words.cpu, percentText(use.share)],
    [words.ready, kind === 'vm' ? machine.readySpan(millis(use.ready)) : null],
    [words.touched, text().explorer.ofMemory(memoryText(use.memory), memoryText(size))],
    [words.ballooned, use.ballooned > 0 ? memoryText(use.ballooned) : null],
    [words.swapped, use.swapped > 0 ? memoryText(use.swapped) : null],
    [words.diskUse, machine.readWrite(rateText(use.read), rateText(use.write))],
    [words.networkUse, machine.inOut(rateText(use.receive), rateText(use.send))],
  ]);
}
