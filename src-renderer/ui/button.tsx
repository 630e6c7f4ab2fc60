import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'ghost';

const looks = {
  plain: 'border border-line bg-raised text-text hover:bg-hover',
  primary: 'border border-transparent bg-accent text-accent-ink hover:brightness-110',
  danger: 'border border-critical bg-transparent text-critical hover:bg-hover',
  ghost: 'border border-transparent bg-transparent text-text-2 hover:bg-hover hover:text-text',
} as const satisfies Record<ButtonLook, string>;

type Base = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  /** Why it cannot be pressed now; shown to who tries, never just greyed out. */
  readonly refusedBecause?: string | null;
  readonly ref?: Ref<HTMLButtonElement>;
};

const shape =
  'inline-flex select-none items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors duration-120 aria-disabled:opacity-55';

/** `aria-disabled` and not `disabled`: what cannot be focused cannot say why. */
function pressable({ refusedBecause, onClick }: Pick<Base, 'refusedBecause' | 'onClick'>) {
  const isRefused = refusedBecause !== undefined && refusedBecause !== null;
  return isRefused
    ? ({ 'aria-disabled': true, onClick: (event: React.MouseEvent) => event.preventDefault() } as const)
    : ({ onClick } as const);
}

export function Button(props: Base & { readonly children: ReactNode }): ReactNode {
  const { look = 'plain', icon: Icon, refusedBecause, onClick, className, children, ...rest } = props;
  const button = (
    <button
      type="button"
      {...rest}
      {...pressable({ refusedBecause: refusedBecause ?? null, onClick })}
      className={classNames(shape, 'h-7 px-3 text-12', looks[look], className)}
    >
      {Icon !== undefined && <Icon aria-hidden size={14} />}
      {children}
    </button>
  );
  return refusedBecause ? <Tooltip text={refusedBecause}>{button}</Tooltip> : button;
}

export function IconButton(
  props: Base & { readonly icon: LucideIcon; readonly label: string; readonly shortcut?: string | null },
): ReactNode {
  const { look = 'ghost', icon: Icon, label, shortcut, refusedBecause, onClick, className, ...rest } = props;
  return (
    <Tooltip text={refusedBecause ?? label} shortcut={shortcut ?? null}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        {...pressable({ refusedBecause: refusedBecause ?? null, onClick })}
        className={classNames(shape, 'size-7 shrink-0', looks[look], className)}
      >
        <Icon aria-hidden size={15} />
      </button>
    </Tooltip>
  );
}
