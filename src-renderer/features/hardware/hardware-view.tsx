import { CircuitBoard, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import type { QueryState } from '../../data/client.ts';
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

const notRead = 'Its settings could not be read';

function SourcePanel({
  state,
  props,
}: {
  readonly state: HardwareState;
  readonly props: HardwareViewProps;
}): ReactNode {
  const { sourceOf, now, onEdit, onSwitch, onRemove, onBot } = props;
  const { kind, word } = markOf(state);
  const refusal = sourceOf(state.id) === undefined ? notRead : null;
  const edit = (
    <Button
      icon={Pencil}
      aria-label={`Change ${state.id}`}
      onClick={() => onEdit(state.id)}
      refusedBecause={refusal}
    >
      Change…
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
            label="On"
            isOn={state.state !== 'off'}
            onChange={(isOn) => onSwitch(state.id, isOn ? 'on' : 'off')}
          />
          {edit}
          <Button
            icon={Trash2}
            aria-label={`Remove ${state.id}`}
            onClick={() => onRemove(state.id)}
            refusedBecause={refusal}
          >
            Remove
          </Button>
        </>
      }
    >
      {state.detail !== '' && <p className="border-b px-3 py-1.5 text-12 text-text-2">{state.detail}</p>}
      <PointTable points={state.points} now={now} onBot={onBot} edit={edit} />
    </Panel>
  );
}

const Removed = ({ id, onUndo }: { readonly id: string; readonly onUndo: () => void }): ReactNode => (
  <div
    role="status"
    className="flex shrink-0 items-center gap-3 rounded-md border bg-raised px-3 py-1 text-12"
  >
    <span>
      <strong className="font-semibold">{id}</strong> is no longer read.
    </span>
    <Button look="ghost" onClick={onUndo} className="ml-auto">
      Undo
    </Button>
  </div>
);

function Sources({
  states,
  props,
}: {
  readonly states: readonly HardwareState[];
  readonly props: HardwareViewProps;
}) {
  const add = (
    <Button look="primary" icon={CircuitBoard} onClick={props.onAdd}>
      Connect a device…
    </Button>
  );
  const chosen = states.find(({ id }) => id === props.chosen) ?? states[0] ?? null;
  return (
    <>
      <Panel
        title="Sources"
        note={states.length === 0 ? undefined : states.length}
        className="min-h-52! flex-1 shrink-0"
        tools={states.length === 0 ? undefined : add}
      >
        {states.length === 0 ? (
          <EmptyState
            text="No device is connected: every sensor of this lab is spoken for by its bot. A real one can take over, sensor by sensor."
            action={add}
          />
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

export const HardwareView = (props: HardwareViewProps): ReactNode => (
  <section aria-label="Hardware" className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3">
    <h1 className="sr-only">Hardware</h1>
    {props.removed !== null && <Removed id={props.removed} onUndo={props.onUndo} />}
    <Face
      state={props.hardware}
      what="The connected devices"
      still="What they publish still arrives, and the lab goes on."
    >
      {({ items }) => <Sources states={items} props={props} />}
    </Face>
  </section>
);
