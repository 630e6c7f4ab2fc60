import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

const input =
  'w-full rounded-md border border-line-strong bg-bg px-2 text-13 text-text placeholder:text-text-3 aria-invalid:border-critical';

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** Gets the ids that tie the control to its label and its words. */
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
};

export function Field({ label, hint, error, children }: FieldProps): ReactNode {
  const id = useId();
  const words = `${id}-words`;
  const isWrong = error !== undefined && error !== null;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-12 font-medium text-text-2">
        {label}
      </label>
      {children({ id, 'aria-describedby': words, 'aria-invalid': isWrong })}
      <span
        id={words}
        className={classNames('text-11 empty:hidden', isWrong ? 'text-critical' : 'text-text-3')}
      >
        {isWrong ? error : hint}
      </span>
    </div>
  );
}

type Input = InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> };
export const TextInput = ({ className, ...rest }: Input): ReactNode => (
  <input autoComplete="off" spellCheck={false} {...rest} className={classNames(input, 'h-8', className)} />
);

export const TextArea = ({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode => (
  <textarea rows={3} {...rest} className={classNames(input, 'py-1', className)} />
);
