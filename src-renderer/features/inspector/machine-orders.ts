/** What can be done to a machine, a blade or a host from the inspector and its menus. */
import { ExternalLink, SquareTerminal } from 'lucide-react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import { consolePath, machinePath, press, verbRefusal } from '../machine/power-deeds.ts';
import type { Powered } from '../machine/power-deeds.ts';
import { verbTable } from '../machine/power-verbs.table.ts';

const offered = {
  vm: ['on', 'shutdown', 'reboot', 'suspend', 'off'],
  blade: ['on', 'shutdown', 'reboot', 'off'],
  host: ['on', 'reboot', 'off', 'enter', 'leave'],
} as const;

function poweredOf(entity: Entity): Powered | null {
  if (entity.kind !== 'vm' && entity.kind !== 'blade' && entity.kind !== 'host') return null;
  const { id, name, kind, spec } = entity;
  const isTemplate = kind === 'vm' && entity.spec.isTemplate;
  const mode = kind === 'host' ? { mode: entity.spec.mode } : {};
  return { id, name, kind, power: spec.power, isTemplate, ...mode };
}

/** Empty of anything else. */
export function machineOrders(entity: Entity): readonly Action[] {
  const machine = poweredOf(entity);
  if (machine === null) return [];
  const { machine: words, explorer, inspector } = text();
  const { id, name, kind, power } = machine;
  const common = { section: inspector.actions.section, shortcut: null } as const;
  const notOn = power === 'on' ? null : words.isState(name, words.states[power]);
  return [
    {
      ...common,
      id: 'thing.machine-page',
      title: explorer.openPage,
      icon: ExternalLink,
      disabled: always,
      run: () => goTo(machinePath(id)),
    },
    {
      ...common,
      id: 'thing.machine-console',
      title: explorer.openConsole,
      icon: SquareTerminal,
      disabled: () => (kind === 'host' ? words.insides.host : notOn),
      run: () => goTo(consolePath(name)),
    },
    ...offered[kind].map((verb): Action => ({
      ...common,
      id: `thing.machine-${verb}`,
      title: words.verbs[verb],
      icon: verbTable[verb].icon,
      disabled: () => verbRefusal(verb, machine),
      run: () => press(verb, [machine]),
    })),
  ];
}
