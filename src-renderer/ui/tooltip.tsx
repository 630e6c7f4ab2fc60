import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

export const TooltipProvider = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <Primitive.Provider delayDuration={400} skipDelayDuration={200}>
    {children}
  </Primitive.Provider>
);

type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | null;
  readonly children: ReactNode;
};

export const Tooltip = ({ text, shortcut, children }: TooltipProps): ReactNode => (
  <Primitive.Root>
    <Primitive.Trigger asChild>{children}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className="appear z-50 flex max-w-80 items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-12 text-text"
      >
        {text}
        {shortcut !== undefined && shortcut !== null && <Kbd keys={shortcut} />}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
