import { Dialog as Primitive } from 'radix-ui';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { IconButton } from './button.tsx';

export type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly footer?: ReactNode;
};

/** What the dialog is about comes first, not the way out of it. */
function focusBody(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const first = event.currentTarget.querySelector<HTMLElement>(
    '[data-body] :is(input, textarea, select, button), footer button',
  );
  event.preventDefault();
  (first ?? event.currentTarget).focus();
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  wide,
  children,
  footer,
}: DialogProps): ReactNode {
  const words = useText().ui;
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="appear fixed inset-0 z-40 bg-[oklch(0_0_0/0.5)]" />
        <Primitive.Content
          onOpenAutoFocus={focusBody}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={`appear fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] ${wide === true ? 'max-w-3xl' : 'max-w-lg'} -translate-x-1/2 flex-col rounded-lg border border-line bg-surface`}
        >
          <header className="flex items-start gap-3 border-b px-4 py-3">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-14 font-semibold">{title}</Primitive.Title>
              {description !== undefined && (
                <Primitive.Description className="text-12 text-text-2">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton icon={X} label={words.close} />
            </Primitive.Close>
          </header>
          <div data-body className="min-h-0 flex-1 overflow-auto px-4 py-4">
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex justify-end gap-2 border-t px-4 py-3">{footer}</footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
