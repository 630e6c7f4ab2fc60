/** What each host says to a machine: what it has, what it would weigh, or why it does not take it. */
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { HostVerdict } from '../../../sim/contract/machine-plan.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { numberText, spanText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { mebibytesText } from './sizes.ts';

type HostTableProps = {
  readonly label: string;
  /** What choosing none means. */
  readonly open: string;
  readonly hosts: readonly HostVerdict[];
  readonly left: number;
  readonly chosen: EntityId | '';
  /** Of a placement its weight, of a move its time. */
  readonly shows: 'weight' | 'time';
  readonly name: string;
  readonly onChoose: (id: EntityId | '') => void;
};

export const cell = 'h-8 px-2 text-left align-middle text-12';
export const radioLook = 'size-4 accent-accent';

function Weight({ weight }: Pick<HostVerdict, 'weight'>): ReactNode {
  const words = useText().machines.place;
  if (weight === null) return null;
  const { memory, cpus, missed, sum } = weight;
  const [free, all] = [`${numberText(memory, 2)} + ${numberText(cpus, 2)}`, numberText(sum, 2)];
  return missed === 0 ? words.arithmetic(free, all) : words.arithmeticMissed(free, missed, all);
}

function Row({ host, table }: { readonly host: HostVerdict; readonly table: HostTableProps }): ReactNode {
  const words = useText().machines.place;
  const { chosen, shows, name, onChoose } = table;
  const isSuggested = host.isChosen && chosen === '';
  const id = `${name}-${host.host.id}`;
  return (
    <tr className={classNames('border-t border-line', chosen === host.host.id && 'bg-hover')}>
      <td className={cell}>
        <input
          type="radio"
          id={id}
          name={name}
          className={radioLook}
          aria-label={host.host.name}
          aria-describedby={`${id}-says`}
          checked={chosen === host.host.id}
          onChange={() => onChoose(host.host.id)}
        />
      </td>
      <th scope="row" className={classNames(cell, 'font-medium')}>
        <label htmlFor={id} className="flex min-h-6 items-center gap-2">
          {host.host.name}
          {host.isNow && <span className="text-11 text-text-3">{words.now}</span>}
        </label>
      </th>
      <td className={classNames(cell, 'text-right whitespace-nowrap')}>
        {words.ofAll(mebibytesText(host.memory.free), mebibytesText(host.memory.size))}
      </td>
      <td className={classNames(cell, 'text-right whitespace-nowrap')}>
        {words.ofAll(numberText(host.cpus.free, 0), numberText(host.cpus.size, 0))}
      </td>
      <td id={`${id}-says`} className={cell}>
        {host.refusal !== null ? (
          <span className="text-text-2">{host.refusal.message}</span>
        ) : (
          <span className="flex items-center gap-2 tabular-nums">
            {shows === 'weight' ? <Weight weight={host.weight} /> : spanText(host.seconds ?? 0)}
            {isSuggested && shows === 'weight' && <StatusMark kind="ok" word={words.chosen} showWord />}
          </span>
        )}
      </td>
    </tr>
  );
}

export function HostTable(props: HostTableProps): ReactNode {
  const words = useText().machines.place;
  const { label, open, hosts, left, chosen, shows, name, onChoose } = props;
  const last = shows === 'weight' ? words.weight : words.time;
  return (
    <div
      className="max-h-72 overflow-auto rounded-md border border-line"
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className="w-full tabular-nums">
        <thead className="sticky top-0 bg-surface text-text-2">
          <tr>
            <th scope="col" className={classNames(cell, 'w-8')}>
              <span className="sr-only">{words.choose}</span>
            </th>
            <th scope="col" className={cell}>
              {words.host}
            </th>
            <th scope="col" className={classNames(cell, 'text-right')}>
              {words.memory}
            </th>
            <th scope="col" className={classNames(cell, 'text-right')}>
              {words.cpus}
            </th>
            <th scope="col" className={cell} {...(shows === 'weight' ? { title: words.weightHint } : {})}>
              {last}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={classNames('border-t border-line', chosen === '' && 'bg-hover')}>
            <td className={cell}>
              <input
                type="radio"
                id={`${name}-open`}
                name={name}
                className={radioLook}
                aria-label={open}
                checked={chosen === ''}
                onChange={() => onChoose('')}
              />
            </td>
            <td colSpan={4} className={cell}>
              <label htmlFor={`${name}-open`} className="flex min-h-6 items-center">
                {open}
              </label>
            </td>
          </tr>
          {hosts.map((host) => (
            <Row key={host.host.id} host={host} table={props} />
          ))}
        </tbody>
      </table>
      {hosts.length === 0 && <p className="px-3 py-2 text-12 text-text-2">{words.none}</p>}
      {left > 0 && <p className="px-3 py-1 text-11 text-text-3">{words.left(left)}</p>}
    </div>
  );
}
