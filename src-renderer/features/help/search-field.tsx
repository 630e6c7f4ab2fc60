import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { TextInput } from '../../ui/field.tsx';

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Keeps what is typed itself: the address that holds it may come a moment later. */
export function SearchField({ label, value, onChange }: SearchFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  const type = (next: string) => {
    told.current = next;
    setTyped(next);
    onChange(next);
  };
  return (
    <div className="relative min-w-0 flex-1">
      <Search aria-hidden size={14} className="absolute top-1/2 left-2 -translate-y-1/2 text-text-3" />
      <TextInput
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => type(event.target.value)}
        className="pl-7"
      />
    </div>
  );
}
