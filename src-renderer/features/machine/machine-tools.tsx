import { Ellipsis, SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import { goTo } from '../../app/way.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuSection } from '../../ui/menu.tsx';
import { machineActionsFor } from '../machines/machines.actions.ts';
import { poweredOf } from './machine-page.ts';
import type { MachinePage } from './machine-page.ts';
import { consolePath, press, verbRefusal, verbsFor } from './power-deeds.ts';
import type { Powered } from './power-deeds.ts';
import { verbTable } from './power-verbs.table.ts';
import type { Verb } from './power-verbs.table.ts';

/** Those that one uses every day stand as buttons; all stand in the menu. */
const inSight: readonly Verb[] = ['on', 'shutdown', 'reboot'];

function sectionsOf(machine: Powered, verbs: Readonly<Record<Verb, string>>): readonly MenuSection[] {
  const power = verbsFor(machine.kind).map((verb) => ({
    id: verb,
    title: verbs[verb],
    icon: verbTable[verb].icon,
    disabled: () => verbRefusal(verb, machine),
    run: () => press(verb, [machine]),
  }));
  return machine.kind === 'vm'
    ? [{ items: power }, { items: machineActionsFor(() => machine.id) }]
    : [{ items: power }];
}

export function MachineTools({ page }: { readonly page: MachinePage }): ReactNode {
  const words = useText().machine;
  const machine = poweredOf(page);
  const { name, kind, power } = machine;
  const offered = verbsFor(kind).filter((verb) => inSight.includes(verb));
  return (
    <>
      {kind !== 'host' && (
        <Button
          look="primary"
          icon={SquareTerminal}
          refusedBecause={power === 'on' ? null : words.isState(name, words.states[power])}
          onClick={() => goTo(consolePath(name))}
        >
          {words.openConsole}
        </Button>
      )}
      {offered.map((verb) => (
        <Button
          key={verb}
          icon={verbTable[verb].icon}
          refusedBecause={verbRefusal(verb, machine)}
          onClick={() => press(verb, [machine])}
        >
          {words.verbs[verb]}
        </Button>
      ))}
      <Menu align="end" sections={sectionsOf(machine, words.verbs)}>
        <IconButton look="plain" icon={Ellipsis} label={words.more} />
      </Menu>
    </>
  );
}
