/** What an operator's hand can do to a unit: one button for each order, and the grave ones ask. */
import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { setPoints } from '../../../sim/contract/set-points.table.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/field.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { useSaid } from '../../ui/use-said.ts';
import type { Asked } from './give-order.ts';
import { askFirst } from './order-words.table.ts';
import { Section } from './section.tsx';
import { setpointOf, setpointProblem } from './setpoint.ts';

export type ThingOrdersProps = {
  readonly entity: Entity;
  readonly orders: readonly MenuItem[];
  /** Its state sensor: with another word other orders make sense. */
  readonly stateSensor: EntityId | null;
  readonly onSetpoint: (setpoint: number) => void;
};

const hasSetpoint = (entity: Entity): entity is EntityOf<'crac' | 'chiller'> =>
  entity.kind === 'crac' || entity.kind === 'chiller';

export function ThingOrders({ entity, orders, stateSensor, onSetpoint }: ThingOrdersProps): ReactNode {
  const words = useText().inspector.orders;
  useSaid(stateSensor, 'state');
  if (orders.length === 0) return null;
  return (
    <Section title={words.title}>
      {hasSetpoint(entity) && (
        <SetpointField key={entity.spec.setpoint} entity={entity} onSetpoint={onSetpoint} />
      )}
      <div className="flex flex-wrap gap-2 px-3 py-1">
        {orders.map((order) => (
          <Button key={order.id} refusedBecause={order.disabled?.() ?? null} onClick={() => void order.run()}>
            {order.title}
          </Button>
        ))}
      </div>
    </Section>
  );
}

type SetpointProps = {
  readonly entity: EntityOf<'crac' | 'chiller'>;
  readonly onSetpoint: (setpoint: number) => void;
};

/** Written over in place. What the unit is told is what the spec holds from then on. */
function SetpointField({ entity, onSetpoint }: SetpointProps): ReactNode {
  const words = useText().inspector.setpoint;
  const [text, setText] = useState(String(entity.spec.setpoint));
  const id = useId();
  const problem = setpointProblem(entity.kind, text);
  const isSame = problem === null && setpointOf(text) === entity.spec.setpoint;
  const { low, high } = setPoints[entity.kind];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem === null && !isSame) onSetpoint(setpointOf(text));
  };
  return (
    <form onSubmit={submit} noValidate className="px-3 py-1">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-12 text-text-2">
          {words.label}
        </label>
        <TextInput
          id={id}
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-words`}
          className="h-7! w-16! text-right"
        />
        <span className="text-12 text-text-2">°C</span>
        <Button type="submit" refusedBecause={problem ?? (isSame ? words.same : null)}>
          {words.set}
        </Button>
      </div>
      <p
        id={`${id}-words`}
        className={problem === null ? 'text-11 text-text-3' : 'text-11 text-critical'}
        aria-live="polite"
      >
        {problem ?? words.range(low, high)}
      </p>
    </form>
  );
}

type OrderDialogProps = {
  readonly asked: Asked | null;
  readonly nameOf: (id: EntityId) => string;
  /** What is computed to follow, where it can be. */
  readonly consequences: ReactNode;
  readonly onYes: (asked: Asked) => void;
  readonly onNo: () => void;
};

export function OrderDialog({ asked, nameOf, consequences, onYes, onNo }: OrderDialogProps): ReactNode {
  const words = useText().inspector.orders;
  if (asked === null) return null;
  const title = words.verbs[asked.verb];
  const why = askFirst[asked.verb];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onNo()}
      title={words.ask(title, nameOf(asked.target))}
      description={why === undefined ? '' : words.askFirst[why]}
      footer={
        <>
          <Button onClick={onNo}>{words.leave}</Button>
          <Button look="danger" onClick={() => onYes(asked)}>
            {title}
          </Button>
        </>
      }
    >
      {consequences}
    </Dialog>
  );
}
