import { Copy, X } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { VsphereWire } from '../../../sim/contract/vsphere.ts';
import type { QueryState } from '../../data/client.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { lengthText, wallClock } from './call-list.tsx';
import type { Pause } from './endpoint-strip.tsx';
import { formatWire } from './format-wire.ts';
import { PausedNote } from './paused-note.tsx';

export type CallDetailProps = {
  readonly call: QueryState<VsphereWire>;
  readonly pause: Pause;
  readonly onCopy: (words: string, what: string) => void;
  readonly onClose: () => void;
};

function Words({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const words = useText().vsphere;
  const laidOut = useMemo(() => formatWire(text), [text]);
  if (laidOut === '') return <EmptyState text={words.noText} />;
  return (
    <ScrollRegion label={label}>
      <pre className="min-h-full w-fit min-w-full bg-bg px-3 py-2 font-mono text-12 leading-5 select-text">
        {laidOut}
      </pre>
    </ScrollRegion>
  );
}

function outcomeOf(words: Catalogue['vsphere'], { state, status, fault }: VsphereWire): string {
  if (state === 'waits') return words.waits;
  return `${status} · ${fault === '' ? words.fine : fault}`;
}

function Facts({ call }: { readonly call: VsphereWire }): ReactNode {
  const words = useText().vsphere;
  const rows = [
    [words.object, call.object],
    [words.user, call.user === '' ? words.nobody : call.user],
    [words.client, `${call.agent === '' ? words.nameless : call.agent} · ${call.address}`],
    [words.at, wallClock(call.at)],
    [words.time, withUnit(numberText(call.millis, 1), 'ms')],
    [words.outcome, outcomeOf(words, call)],
    [words.answer, lengthText(call.answerLength)],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-b px-3 py-2 text-12">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-text-3">{name}</dt>
          <dd className="min-w-0 break-words select-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Wire({ call, onCopy }: { readonly call: VsphereWire } & Pick<CallDetailProps, 'onCopy'>): ReactNode {
  const words = useText().vsphere;
  const [tab, setTab] = useState<'answer' | 'request'>('answer');
  const texts = { request: call.request, answer: call.answer } as const;
  return (
    <>
      <Facts call={call} />
      <Tabs
        label={words.wire}
        value={tab}
        onChange={(id) => setTab(id === 'request' ? 'request' : 'answer')}
        tabs={(['request', 'answer'] as const).map((id) => ({
          id,
          title: words[id],
          content: <Words text={texts[id]} label={words[id]} />,
        }))}
        tools={
          <IconButton
            icon={Copy}
            label={words.copy(words[tab])}
            onClick={() => onCopy(formatWire(texts[tab]), words[tab])}
          />
        }
      />
    </>
  );
}

/** Escape closes it, unless something else takes the key: a menu, a dialog, a field. */
function useEscape(close: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isTaken = event.defaultPrevented || event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' || isTaken) return;
    if (document.querySelector('[role="dialog"], [role="menu"]') === null) close();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** One call: who asked what, and the words of both. */
export function CallDetail({ call, pause, onCopy, onClose }: CallDetailProps): ReactNode {
  const words = useText().vsphere;
  useEscape(onClose);
  return (
    <aside aria-label={words.oneCall} className="flex min-h-0 min-w-0 flex-1 flex-col border-l">
      <header className="flex min-h-10 items-center gap-2 border-b px-3">
        <h3 className="min-w-0 flex-1 truncate font-mono text-13 font-semibold">
          {call.data?.method ?? words.oneCall}
        </h3>
        <IconButton icon={X} label={words.close} onClick={onClose} />
      </header>
      {pause !== null && call.data?.state === 'waits' && (
        <div className="border-b px-3 py-2">
          <PausedNote what={words.goesOn} onRun={pause.onRun} />
        </div>
      )}
      <Face state={call} what={words.oneCall}>
        {(data) => <Wire key={data.number} call={data} onCopy={onCopy} />}
      </Face>
    </aside>
  );
}
