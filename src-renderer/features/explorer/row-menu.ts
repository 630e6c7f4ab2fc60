/** What can be done to one machine, in its menu and on the right mouse button. */
import { ExternalLink, ListTree, SquareTerminal } from 'lucide-react';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import type { MenuSection } from '../../ui/menu.tsx';
import { consolePath, machinePath, press, verbRefusal, verbsFor } from '../machine/power-deeds.ts';
import { machineActionsFor } from '../machines/machines.actions.ts';
import { verbTable } from '../machine/power-verbs.table.ts';

export function rowMenu(row: MachineRow, onShow: (row: MachineRow) => void): readonly MenuSection[] {
  const { explorer: words, machine } = text();
  const notOn = (): string | null =>
    row.power === 'on' ? null : machine.isState(row.name, machine.states[row.power]);
  return [
    {
      items: [
        { id: 'page', title: words.openPage, icon: ExternalLink, run: () => goTo(machinePath(row.id)) },
        {
          id: 'console',
          title: words.openConsole,
          icon: SquareTerminal,
          disabled: () => (row.kind === 'host' ? machine.insides.host : notOn()),
          run: () => goTo(consolePath(row.name)),
        },
        { id: 'show', title: words.showInTree, icon: ListTree, run: () => onShow(row) },
      ],
    },
    {
      items: verbsFor(row.kind).map((verb) => ({
        id: verb,
        title: machine.verbs[verb],
        icon: verbTable[verb].icon,
        disabled: () => verbRefusal(verb, row),
        run: () => press(verb, [row]),
      })),
    },
    ...(row.kind === 'vm' ? [{ items: machineActionsFor(() => row.id) }] : []),
  ];
}
