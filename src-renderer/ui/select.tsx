import { Select as Primitive } from 'radix-ui';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

export type Option<Value extends string> = {
  readonly value: Value;
  readonly title: string;
  readonly note?: string;
};

type SelectProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly id?: string;
};

export const Select = <Value extends string>({
  label,
  value,
  options,
  onChange,
  id,
}: SelectProps<Value>): ReactNode => (
  <Primitive.Root value={value} onValueChange={(next) => onChange(next as Value)}>
    <Primitive.Trigger
      aria-label={label}
      {...(id === undefined ? {} : { id })}
      className="inline-flex h-7 items-center justify-between gap-2 rounded-md border border-line bg-raised px-2 text-12 hover:bg-hover"
    >
      <Primitive.Value />
      <ChevronDown aria-hidden size={14} className="text-text-3" />
    </Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        position="popper"
        sideOffset={4}
        collisionPadding={8}
        className="appear z-50 max-h-80 min-w-(--radix-select-trigger-width) rounded-md border border-line bg-raised p-1 text-13"
      >
        <Primitive.Viewport>
          {options.map((option) => (
            <Primitive.Item
              key={option.value}
              value={option.value}
              className="flex min-h-7 items-center gap-2 rounded-sm px-2 outline-none data-[highlighted]:bg-hover"
            >
              <span className="grid size-4 place-items-center text-text-3">
                <Primitive.ItemIndicator>
                  <Check aria-hidden size={14} />
                </Primitive.ItemIndicator>
              </span>
              <span>
                <Primitive.ItemText>{option.title}</Primitive.ItemText>
                {option.note !== undefined && (
                  <span className="block text-11 text-text-3">{option.note}</span>
                )}
              </span>
            </Primitive.Item>
          ))}
        </Primitive.Viewport>
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
