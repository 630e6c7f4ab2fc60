import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import { useText } from '../../text/text.ts';

type TopologySearchProps = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Null while they are being looked for. */
  readonly found: readonly Entity[] | null;
  readonly onPick: (entity: Entity) => void;
};

const fewest = 2;

const foundId = 'topology-found';

type FoundProps = Pick<TopologySearchProps, 'found' | 'onPick'> & {
  readonly items: readonly Entity[];
  readonly at: number;
  readonly isOpen: boolean;
};

function Found({ items, at, isOpen, found, onPick }: FoundProps): ReactNode {
  const { kinds, topology } = useText();
  return (
    <div
      id={foundId}
      role="listbox"
      aria-label={topology.search.found}
      hidden={!isOpen}
      className="absolute top-8 right-0 z-20 max-h-80 w-64 overflow-auto rounded-md border border-line bg-raised p-1 text-12"
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          id={`${foundId}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerDown={(event) => event.preventDefault()}
          onPointerUp={() => onPick(item)}
          className="flex min-h-7 items-center gap-2 rounded-sm px-2 hover:bg-hover aria-selected:bg-hover"
        >
          <span className="min-w-0 flex-1 truncate">{item.name}</span>
          <span className="text-text-3">{kinds[item.kind]}</span>
        </div>
      ))}
      {items.length === 0 && (
        <div role="option" aria-selected={false} aria-disabled className="px-2 py-1 text-text-3">
          {found === null ? topology.search.looking : topology.search.none}
        </div>
      )}
    </div>
  );
}

export function TopologySearch({ text, onText, found, onPick }: TopologySearchProps): ReactNode {
  const words = useText().topology.search;
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [text]);
  const isOpen = text.trim().length >= fewest;
  const items = isOpen ? (found ?? []) : [];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((last) => Math.min(last + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setAt((last) => Math.max(0, last - 1));
    else if (event.key === 'Escape') onText('');
    else if (event.key === 'Enter') {
      const item = items[at];
      if (item !== undefined) onPick(item);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative z-30">
      <Search aria-hidden size={14} className="pointer-events-none absolute top-1.5 left-2 text-text-3" />
      <input
        type="search"
        role="combobox"
        aria-label={words.label}
        aria-expanded={isOpen}
        aria-controls={foundId}
        aria-autocomplete="list"
        {...(items.length > 0 ? { 'aria-activedescendant': `${foundId}-${at}` } : {})}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-7 w-44 rounded-md border border-line-strong bg-bg pr-2 pl-7 text-12 placeholder:text-text-3"
      />
      <Found items={items} at={at} isOpen={isOpen} found={found} onPick={onPick} />
    </div>
  );
}
