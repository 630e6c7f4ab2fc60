import { Plus, Telescope } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { text, useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { AskPreview } from './use-preview.ts';

type LookAroundProps = {
  /** Null where the link is not written yet. */
  readonly source: HardwareSource | null;
  readonly ask: AskPreview;
  readonly onUse: (from: string) => void;
};

type Seen = { readonly heard: HardwareState['heard']; readonly told: string | null };

const refusalText = ({ message, hint }: Refusal): string =>
  hint === undefined ? message : `${message} ${hint}`;

function seenIn(state: HardwareState): Seen {
  if (state.state === 'failing') return { heard: [], told: state.detail };
  const words = text().hardware.look.nothing;
  return { heard: state.heard, told: state.heard.length === 0 ? words[state.kind] : null };
}

function HeardList({
  heard,
  onUse,
}: {
  readonly heard: Seen['heard'];
  readonly onUse: LookAroundProps['onUse'];
}): ReactNode {
  const words = useText().hardware.look;
  return (
    <ul aria-label={words.offers} className="max-h-48 overflow-y-auto rounded-md border text-12">
      {heard.map(({ from, raw }) => (
        <li key={from} className="flex min-h-8 items-center gap-2 px-2 not-first:border-t">
          <code className="min-w-0 flex-1 truncate font-mono text-11">{from}</code>
          <code className="max-w-56 min-w-0 truncate font-mono text-11 text-text-2">{raw}</code>
          <IconButton icon={Plus} label={words.makePoint(from)} onClick={() => onUse(from)} />
        </li>
      ))}
    </ul>
  );
}

/** For who does not know the topics, OIDs or registers yet: asks the device what it has. */
export function LookAround({ source, ask, onUse }: LookAroundProps): ReactNode {
  const words = useText().hardware.look;
  const [seen, setSeen] = useState<Seen | null>(null);
  const [isBusy, setBusy] = useState(false);
  const look = async () => {
    if (source === null) return;
    setBusy(true);
    const told = await ask({ ...source, points: [] });
    setBusy(false);
    setSeen(told.ok ? seenIn(told.value) : { heard: [], told: refusalText(told.refusal) });
  };
  const refusal = source === null ? words.writeFirst : isBusy ? words.beingAsked : null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button icon={Telescope} onClick={() => void look()} refusedBecause={refusal}>
          {isBusy ? words.busy : words.label}
        </Button>
        <span role="status" className="min-w-0 text-12 text-text-2">
          {seen === null ? words.about : (seen.told ?? words.found(seen.heard.length))}
        </span>
      </div>
      {seen !== null && seen.heard.length > 0 && <HeardList heard={seen.heard} onUse={onUse} />}
    </div>
  );
}
