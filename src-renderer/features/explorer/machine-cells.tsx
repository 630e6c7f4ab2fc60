import { Ellipsis, SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import { goTo } from '../../app/way.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { memoryText } from '../machine/amounts.ts';
import { consolePath, machinePath, press, verbRefusal } from '../machine/power-deeds.ts';
import { verbTable } from '../machine/power-verbs.table.ts';
import { StateMark } from '../machine/state-mark.tsx';
import { ContainerMark } from '../machine/container-mark.tsx';
import type { listColumns } from './list-columns.table.ts';
import { rowMenu } from './row-menu.ts';

type CellProps = {
  readonly column: (typeof listColumns)[number]['id'];
  readonly row: MachineRow;
  readonly onShow: (row: MachineRow) => void;
};

export function MachineCell({ column, row, onShow }: CellProps): ReactNode {
  const words = useText().explorer;
  const isOn = row.power === 'on';
  switch (column) {
    case 'power':
      return <StateMark state={row.power} showWord />;
    case 'name':
      return (
        <Link to={machinePath(row.id)} className="font-medium text-text hover:underline" tabIndex={-1}>
          <ContainerMark row={row} look="sign" />
          {row.name}
          {row.isTemplate && <span className="ml-2 text-11 font-normal text-text-3">{words.template}</span>}
        </Link>
      );
    case 'host':
      return row.host?.name ?? '–';
    case 'share':
      return isOn ? <Share share={row.use.share} /> : '–';
    case 'memory':
      return isOn ? words.ofMemory(memoryText(row.use.memory), memoryText(row.size)) : memoryText(row.size);
    case 'address':
      return <span className="font-mono">{row.address ?? '–'}</span>;
    case 'os':
      return row.os;
    case 'deeds':
      return <Deeds row={row} onShow={onShow} />;
    default:
      return column satisfies never;
  }
}

const Share = ({ share }: { readonly share: number }): ReactNode => (
  <span className="inline-flex w-full items-center justify-end gap-2">
    <span aria-hidden className="h-1 w-8 overflow-hidden rounded-full bg-line">
      <span className="block h-full bg-text-3" style={{ width: `${Math.round(100 * share)}%` }} />
    </span>
    <span className="tabular-nums">{withUnit(numberText(100 * share, 0), '%')}</span>
  </span>
);

/** What one wants most of it: on or off, a terminal, and the rest. */
function Deeds({ row, onShow }: Pick<CellProps, 'row' | 'onShow'>): ReactNode {
  const { machine: words, explorer } = useText();
  const verb =
    row.power === 'on'
      ? row.kind === 'host'
        ? 'reboot'
        : 'shutdown'
      : row.power === 'paused'
        ? 'unpause'
        : 'on';
  const off = row.power === 'on' ? null : words.isState(row.name, words.states[row.power]);
  return (
    <span className="flex justify-end">
      <IconButton
        tabIndex={-1}
        icon={verbTable[verb].icon}
        label={words.verbOn(words.verbs[verb], row.name)}
        refusedBecause={verbRefusal(verb, row)}
        onClick={() => press(verb, [row])}
      />
      <IconButton
        tabIndex={-1}
        icon={SquareTerminal}
        label={words.verbOn(words.openConsole, row.name)}
        refusedBecause={row.kind === 'host' ? words.insides.host : off}
        onClick={() => goTo(consolePath(row.name))}
      />
      <Menu align="end" sections={rowMenu(row, onShow)}>
        <IconButton tabIndex={-1} icon={Ellipsis} label={explorer.more(row.name)} />
      </Menu>
    </span>
  );
}
