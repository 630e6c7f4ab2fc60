import { Toast as Primitive } from 'radix-ui';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { Button, IconButton } from './button.tsx';
import { StatusMark } from './status-mark.tsx';
import { dropToast, useToasts } from './toasts.ts';

const doneMillis = 4000;
const refusedMillis = 12_000;

export function Toaster(): ReactNode {
  const items = useToasts((state) => state.items);
  const words = useText().ui.toasts;
  return (
    <Primitive.Provider label={words.label}>
      {items.map((toast) => (
        <Primitive.Root
          key={toast.id}
          type={toast.kind === 'refused' ? 'foreground' : 'background'}
          duration={toast.kind === 'refused' ? refusedMillis : doneMillis}
          onOpenChange={(open) => {
            if (!open) dropToast(toast.id);
          }}
          className="appear flex items-start gap-2 rounded-md border border-line-strong bg-raised py-2 pr-1 pl-3 text-13"
        >
          <span className="pt-1">
            <StatusMark
              kind={toast.kind === 'refused' ? 'major' : 'ok'}
              word={toast.kind === 'refused' ? words.refused : words.done}
            />
          </span>
          <span className="min-w-0 flex-1 pt-1">
            <Primitive.Title>{toast.title}</Primitive.Title>
            {toast.hint !== null && (
              <Primitive.Description className="text-12 text-text-2">{toast.hint}</Primitive.Description>
            )}
          </span>
          {toast.action !== undefined && (
            <Primitive.Action asChild altText={toast.action.label}>
              <Button look="ghost" onClick={toast.action.run}>
                {toast.action.label}
              </Button>
            </Primitive.Action>
          )}
          <Primitive.Close asChild>
            <IconButton icon={X} label={words.dismiss} />
          </Primitive.Close>
        </Primitive.Root>
      ))}
      <Primitive.Viewport className="fixed right-3 bottom-9 z-50 flex w-96 max-w-[calc(100vw-24px)] flex-col gap-2 outline-none" />
    </Primitive.Provider>
  );
}
