import { Check } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { setPoints } from '../../../sim/contract/set-points.table.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { numberText } from '../../ui/numbers.ts';
import type { CoolingUnit } from './plant-of.ts';

export type SetSetpoint = (unit: CoolingUnit, setpoint: number) => void;

const numberIn = (written: string): number => Number(written.trim().replace(',', '.'));

/** Null where it can be taken. */
function isWrong({ kind }: CoolingUnit, written: string): 'write' | 'range' | null {
  const value = numberIn(written);
  if (written.trim() === '' || Number.isNaN(value)) return 'write';
  const { low, high } = setPoints[kind];
  return value < low || value > high ? 'range' : null;
}

type Props = { readonly unit: CoolingUnit; readonly onSet: SetSetpoint };

/** Written over in place; Enter sets it, Escape leaves it as it is. */
export function SetPointCell({ unit, onSet }: Props): ReactNode {
  const words = useText().cooling.setpoint;
  const before = numberText(unit.setpoint, 1);
  const [written, setWritten] = useState(before);
  const { low, high } = setPoints[unit.kind];
  const wrong = isWrong(unit, written);
  const isSame = wrong === null && numberIn(written) === unit.setpoint;
  const problem = wrong === null ? null : wrong === 'write' ? words.write : words.range(low, high);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong === null && !isSame) onSet(unit, numberIn(written));
  };
  return (
    <form onSubmit={submit} noValidate className="inline-flex items-center justify-end gap-1">
      <span className={isSame ? 'invisible' : ''}>
        <IconButton
          type="submit"
          icon={Check}
          label={words.save(unit.name)}
          refusedBecause={problem}
          tabIndex={isSame ? -1 : 0}
          className="size-6!"
        />
      </span>
      <TextInput
        inputMode="decimal"
        value={written}
        aria-label={words.label(unit.name)}
        aria-invalid={wrong !== null}
        title={problem ?? words.range(low, high)}
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setWritten(before);
        }}
        className="h-6! w-13! px-1! text-right text-12!"
      />
    </form>
  );
}
