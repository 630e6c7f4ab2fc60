import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Resilience, SystemResilience } from '../../../sim/contract/sites.ts';
import { useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { metricText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { levelMarks } from './resilience-words.ts';

type DialogProps = {
  readonly resilience: Resilience;
  readonly nameOf: (id: string) => string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSelect: (id: EntityId) => void;
};

type RowProps = Pick<DialogProps, 'nameOf' | 'onSelect'> & { readonly system: SystemResilience };

function SystemRow({ system, nameOf, onSelect }: RowProps): ReactNode {
  const words = useText().overview.resilience;
  const { level, breaks, touched, of, demand, capacity } = system;
  return (
    <tr className="border-t align-top">
      <th scope="row" className="py-2 pr-3 text-left font-medium">
        {words.systems[system.system]}
      </th>
      <td className="py-2 pr-3">
        <StatusMark kind={levelMarks[level]} word={words.levels[level]} showWord />
        <span className="block text-text-2">{words.meaning[level]}</span>
      </td>
      <td className="py-2 pr-3">
        {breaks.length === 0 ? (
          <span className="text-text-2">{words.nothing}</span>
        ) : (
          <ul className="flex flex-wrap gap-x-2">
            {breaks.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => onSelect(id)}
                  className="min-h-6 rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-text"
                >
                  {nameOf(id)}
                </button>
              </li>
            ))}
          </ul>
        )}
        {touched > 0 && (
          <span className="block text-text-2">{words.touches(touched, of, system.system === 'cooling')}</span>
        )}
      </td>
      <td className="py-2 text-right whitespace-nowrap text-text-2">
        {demand === null || capacity === null
          ? ''
          : words.sizeOf(metricText('total-power', demand), metricText('total-power', capacity))}
      </td>
    </tr>
  );
}

export function ResilienceDialog(props: DialogProps): ReactNode {
  const words = useText().overview.resilience;
  const { resilience, onOpenChange, onSelect } = props;
  return (
    <Dialog open={props.open} onOpenChange={onOpenChange} title={words.detail} description={words.about} wide>
      <table className="w-full text-12">
        <caption className="sr-only">{words.detail}</caption>
        <thead className="text-left text-text-3">
          <tr>
            <th scope="col" className="font-medium">
              {words.system}
            </th>
            <th scope="col" className="font-medium">
              {words.level}
            </th>
            <th scope="col" className="font-medium">
              {words.breaks}
            </th>
            <th scope="col" className="text-right font-medium">
              {words.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {resilience.systems.map((system) => (
            <SystemRow
              key={system.system}
              system={system}
              nameOf={props.nameOf}
              onSelect={(id) => {
                onOpenChange(false);
                onSelect(id);
              }}
            />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
