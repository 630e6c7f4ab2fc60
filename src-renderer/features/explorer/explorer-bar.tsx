import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { countText } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { press, verbRefusal } from '../machine/power-deeds.ts';
import type { Powered } from '../machine/power-deeds.ts';
import { verbTable } from '../machine/power-verbs.table.ts';
import { mostTicked } from './explorer-state.ts';
import { powerChoices } from './list-columns.table.ts';
import { kindChoices } from './list-wish.ts';
import type { ListWish } from './list-wish.ts';

type ListBarProps = {
  readonly wish: ListWish;
  readonly onWish: (change: Partial<ListWish>) => void;
};

export function ListBar({ wish, onWish }: ListBarProps): ReactNode {
  const words = useText();
  const { explorer, machine, kinds } = words;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b px-3 py-1.5">
      <div className="w-64 max-w-full">
        <TextInput
          type="search"
          aria-label={explorer.filter}
          placeholder={explorer.filter}
          className="h-7!"
          maxLength={80}
          value={wish.text}
          onChange={({ target }) => onWish({ text: target.value })}
        />
      </div>
      <Select
        label={explorer.power}
        value={wish.power}
        options={powerChoices.map((value) => ({
          value,
          title: value === 'any' ? explorer.anyPower : machine.states[value],
        }))}
        onChange={(power) => onWish({ power })}
      />
      <Select
        label={explorer.kind}
        value={wish.kind}
        options={kindChoices.map((value) => ({
          value,
          title: value === 'any' ? explorer.anyKind : kinds[value],
        }))}
        onChange={(kind) => onWish({ kind })}
      />
    </div>
  );
}

/** For many at once; a machine that is not in the state for it is left out. */
export const bulkVerbs = ['on', 'shutdown', 'reboot', 'suspend', 'off'] as const;

export const fitting = (verb: (typeof bulkVerbs)[number], machines: readonly Powered[]): readonly Powered[] =>
  machines.filter((machine) => verbRefusal(verb, machine) === null);

type TickBarProps = {
  readonly ticked: ReadonlyMap<string, Powered>;
  readonly onUntickAll: () => void;
};

/** Where something is ticked: how many, and what may be done to them together. */
export function TickBar({ ticked, onUntickAll }: TickBarProps): ReactNode {
  const { explorer: words, machine } = useText();
  if (ticked.size === 0) return null;
  const machines = [...ticked.values()];
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-2 border-b bg-raised px-3 py-1 text-12"
    >
      <span className="font-medium">{words.picked(countText(ticked.size))}</span>
      <Button look="ghost" onClick={onUntickAll}>
        {words.pickNone}
      </Button>
      {ticked.size >= mostTicked && (
        <span className="text-text-2">{words.tooMany(countText(mostTicked))}</span>
      )}
      <span className="ml-auto" />
      {bulkVerbs.map((verb) => {
        const able = fitting(verb, machines);
        const [first] = machines;
        const reason = first === undefined || able.length > 0 ? null : verbRefusal(verb, first);
        return (
          <Button
            key={verb}
            look="ghost"
            icon={verbTable[verb].icon}
            refusedBecause={reason}
            onClick={() => press(verb, able)}
          >
            {machine.verbs[verb]}
          </Button>
        );
      })}
    </div>
  );
}
