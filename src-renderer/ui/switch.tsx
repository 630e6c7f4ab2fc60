import { Switch as Primitive } from 'radix-ui';
import { useId } from 'react';
import type { ReactNode } from 'react';

type SwitchProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

export function Switch({ label, isOn, onChange }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <span className="inline-flex min-h-6 items-center gap-2">
      <Primitive.Root
        id={id}
        checked={isOn}
        onCheckedChange={onChange}
        className="group inline-flex items-center justify-center rounded-full"
      >
        {/* What is pressed grows for fingers; what is seen does not. */}
        <span className="block h-5 w-8 rounded-full border border-line-strong bg-bg p-px group-data-[state=checked]:bg-accent">
          <Primitive.Thumb className="block size-4 rounded-full bg-text-2 transition-transform duration-120 data-[state=checked]:translate-x-3 data-[state=checked]:bg-accent-ink" />
        </span>
      </Primitive.Root>
      <label htmlFor={id} className="text-12 text-text-2">
        {label}
      </label>
    </span>
  );
}
