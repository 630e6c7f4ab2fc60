import { CircuitBoard, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Switch } from '../../ui/switch.tsx';
import { markOf } from './hardware-words.ts';
import { PointTable } from './point-table.tsx';
import { SourceTable } from './source-table.tsx';

export type HardwareViewProps = {
  readonly hardware: QueryState<{ readonly items: readonly HardwareState[] }>;
  readonly sourceOf: (id: string) => HardwareSource | undefined;
  readonly chosen: string | null;
  /** Wall time, for ages. */
  readonly now: number;
  /** What was just taken away, and can be had back. */
  readonly removed: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly onEdit: (id: string) => void;
  readonly onSwitch: (id: string, state: HardwareSource['state']) => void;
  readonly onRemove: (id: string) => void;
  readonly onUndo: () => void;
  readonly onBot: (sensor: EntityId, speaker: 'bot' | 'hardware') => void;
};

function SourcePanel({
  state,
  props,
}: {
  readonly state: HardwareState;
  readonly props: HardwareViewProps;
}): ReactNode {
  const { hardware: words, ui } = useText();
  const { sourceOf, now, onEdit, onSwitch, onRemove, onBot } = props;
  const { kind, word } = markOf(state);
  const refusal = sourceOf(state.id) === undefined ? words.notRead : null;
  const edit = (
    <Button
      icon={Pencil}
      aria-label={words.changeOf(state.id)}
      onClick={() => onEdit(state.id)}
      refusedBecause={refusal}
    >
      {words.change}
    </Button>
  );
  return (
    <Panel
      title={state.id}
      className="min-h-52! flex-1 shrink-0"
      note={<StatusMark kind={kind} word={word} showWord />}
      tools={
        <>
          <Switch
            label={ui.on}
            isOn={state.state !== 'off'}
            onChange={(isOn) => onSwitch(state.id, isOn ? 'on' : 'off')}
          />
          {edit}
          <Button
            icon={Trash2}
            aria-label={words.removeOf(state.id)}
            onClick={() => onRemove(state.id)}
            refusedBecause={refusal}
          >
            {words.remove}
          </Button>
        </>
      }
    >
      {state.detail !== '' && <p className="border-b px-3 py-1.5 text-12 text-text-2">{state.detail}</p>}
      <PointTable points={state.points} now={now} onBot={onBot} edit={edit} />
    </Panel>
  );
}

function Removed({ id, onUndo }: { readonly id: string; readonly onUndo: () => void }): ReactNode {
  const { hardware: words, ui } = useText();
  return (
    <div
      role="status"
      className="flex shrink-0 items-center gap-3 rounded-md border bg-raised px-3 py-1 text-12"
    >
      <span>
        {words.removed(
          <strong key="source" className="font-semibold">
            {id}
          </strong>,
        )}
      </span>
      <Button look="ghost" onClick={onUndo} className="ml-auto">
        {ui.undo}
      </Button>
    </div>
  );
}

function Sources({
  states,
  props,
}: {
  readonly states: readonly HardwareState[];
  readonly props: HardwareViewProps;
}) {
  const words = useText().hardware;
  const add = (
    <Button look="primary" icon={CircuitBoard} onClick={props.onAdd}>
      {words.connect}
    </Button>
  );
  const chosen = states.find(({ id }) => id === props.chosen) ?? states[0] ?? null;
  return (
    <>
      <Panel
        title={words.sources.title}
        note={states.length === 0 ? undefined : states.length}
        className="min-h-52! flex-1 shrink-0"
        tools={states.length === 0 ? undefined : add}
      >
        {states.length === 0 ? (
          <EmptyState text={words.empty} action={add} />
        ) : (
          <SourceTable
            states={states}
            sourceOf={props.sourceOf}
            chosen={chosen?.id ?? null}
            now={props.now}
            onChoose={props.onChoose}
            empty={null}
          />
        )}
      </Panel>
      {chosen !== null && <SourcePanel key={chosen.id} state={chosen} props={props} />}
    </>
  );
}

export function HardwareView(props: HardwareViewProps): ReactNode {
  const words = useText().hardware;
  return (
    <section aria-label={words.title} className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
      <h1 className="sr-only">{words.title}</h1>
      {props.removed !== null && <Removed id={props.removed} onUndo={props.onUndo} />}
      <Face state={props.hardware} what={words.what} still={words.still}>
        {({ items }) => <Sources states={items} props={props} />}
      </Face>
    </section>
  );
}
