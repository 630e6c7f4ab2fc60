/** Where a machine shall go, from its props alone. */
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachinePlan, StoreVerdict } from '../../../sim/contract/machine-plan.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { spanText } from '../../ui/numbers.ts';
import { BusyBar } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { cell, HostTable, radioLook } from './host-table.tsx';
import { gibibytesText } from './sizes.ts';

export type Destination = { readonly host: EntityId | ''; readonly datastore: EntityId | '' };

export type MigrateFormProps = {
  readonly to: Destination;
  readonly plan: MachinePlan;
  readonly isAsking: boolean;
  readonly onTo: (to: Destination) => void;
  readonly onRun: () => void;
  readonly onClose: () => void;
};

function Store(props: {
  readonly id: EntityId | '';
  readonly title: string;
  readonly verdict: StoreVerdict | null;
  readonly form: MigrateFormProps;
}): ReactNode {
  const words = useText().machines;
  const { id, title, verdict, form } = props;
  const isChosen = form.to.datastore === id;
  const inputId = `migrate-store-${id === '' ? 'stay' : id}`;
  return (
    <tr className={classNames('border-t border-line', isChosen && 'bg-hover')}>
      <td className={classNames(cell, 'w-8')}>
        <input
          type="radio"
          id={inputId}
          name="migrate-store"
          className={radioLook}
          aria-label={title}
          checked={isChosen}
          onChange={() => form.onTo({ ...form.to, datastore: id })}
        />
      </td>
      <th scope="row" className={classNames(cell, 'font-medium')}>
        <label htmlFor={inputId} className="flex min-h-6 items-center gap-2">
          {title}
          {verdict?.isNow === true && <span className="text-11 text-text-3">{words.place.now}</span>}
        </label>
      </th>
      <td className={classNames(cell, 'text-right whitespace-nowrap')}>
        {verdict !== null && words.place.ofAll(gibibytesText(verdict.free), gibibytesText(verdict.capacity))}
      </td>
      <td className={classNames(cell, 'text-text-2')}>
        {verdict !== null && (verdict.refusal?.message ?? spanText(verdict.seconds ?? 0))}
      </td>
    </tr>
  );
}

function Stores({ form }: { readonly form: MigrateFormProps }): ReactNode {
  const words = useText().machines;
  if (form.plan.stores.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-12 font-medium text-text-2">{words.migrate.store}</h3>
      <div
        role="region"
        tabIndex={0}
        aria-label={words.migrate.store}
        className="max-h-52 overflow-auto rounded-md border border-line"
      >
        <table className="w-full tabular-nums">
          <thead className="sr-only">
            <tr>
              <th scope="col">{words.place.choose}</th>
              <th scope="col">{words.create.datastore}</th>
              <th scope="col">{words.migrate.free}</th>
              <th scope="col">{words.place.time}</th>
            </tr>
          </thead>
          <tbody>
            <Store id="" title={words.migrate.stayStore} verdict={null} form={form} />
            {form.plan.stores.map((verdict) => (
              <Store
                key={verdict.store.id}
                id={verdict.store.id}
                title={verdict.store.name}
                verdict={verdict}
                form={form}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What stands under the lists: how long it takes, or why it does not go. */
function Said({ form }: { readonly form: MigrateFormProps }): ReactNode {
  const words = useText().machines.migrate;
  const { plan, to } = form;
  if (to.host === '' && to.datastore === '') return <p className="text-12 text-text-2">{words.choose}</p>;
  if (plan.refusal !== null)
    return (
      <div role="alert" className="text-12">
        <StatusMark kind="major" word={plan.refusal.message} showWord />
        <p className="pl-6 text-text-2">{plan.refusal.hint}</p>
      </div>
    );
  return (
    <p role="status" className="text-12 tabular-nums">
      {words.takes(spanText(plan.machines[0]?.seconds ?? 0))}
    </p>
  );
}

function refusalOf({ plan, to, isAsking }: MigrateFormProps, words: { choose: string; wait: string }) {
  if (to.host === '' && to.datastore === '') return words.choose;
  if (isAsking) return words.wait;
  return plan.refusal?.message ?? null;
}

export function MigrateForm(form: MigrateFormProps): ReactNode {
  const words = useText().machines;
  const { plan, to, isAsking, onTo, onRun, onClose } = form;
  const refusal = refusalOf(form, { choose: words.migrate.choose, wait: words.create.wait });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal === null) onRun();
      }}
    >
      <section className="flex flex-col gap-1">
        <h3 className="text-12 font-medium text-text-2">{words.migrate.host}</h3>
        <HostTable
          label={words.migrate.host}
          open={words.migrate.stayHost}
          hosts={plan.hosts}
          left={plan.hostsLeft}
          chosen={to.host}
          shows="time"
          name="migrate-host"
          onChoose={(host) => onTo({ ...to, host })}
        />
      </section>
      <Stores form={form} />
      <BusyBar isBusy={isAsking} />
      <Said form={form} />
      <div className="flex justify-end gap-2 border-t border-line pt-3">
        <Button onClick={onClose}>{words.create.cancel}</Button>
        <Button type="submit" look="primary" refusedBecause={refusal}>
          {words.migrate.run}
        </Button>
      </div>
    </form>
  );
}
