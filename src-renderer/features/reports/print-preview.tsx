/** The printed page inside a dialog, with its own style, apart from ours; and the way to the printer. */
import { Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './print-preview.css';

/** The host's page has no script; what would be one is left out all the same. */
function partsOf(page: string): { readonly style: string; readonly body: HTMLElement } {
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  for (const script of parsed.querySelectorAll('script, iframe, object, embed, link')) script.remove();
  return { style: parsed.querySelector('style')?.textContent ?? '', body: parsed.body };
}

function Page({ page, className }: { readonly page: string; readonly className: string }): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shadow = holder.current?.shadowRoot ?? holder.current?.attachShadow({ mode: 'open' });
    if (shadow === undefined) return;
    const { style, body } = partsOf(page);
    const sheet = document.createElement('style');
    sheet.textContent = style;
    shadow.replaceChildren(sheet, ...body.childNodes);
  }, [page]);
  return <div ref={holder} className={className} />;
}

/** `@page` means nothing inside a shadow: the printer takes it from the document. */
function usePageRule(page: string): void {
  useEffect(() => {
    const rules =
      partsOf(page)
        .style.match(/@page \{(?:[^{}]|\{[^{}]*\})*\}/g)
        ?.join('\n') ?? '';
    const sheet = document.createElement('style');
    sheet.textContent = rules;
    document.head.append(sheet);
    return () => sheet.remove();
  }, [page]);
}

export function PrintPreview({
  page,
  onClose,
}: {
  readonly page: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useText().reports;
  usePageRule(page);
  return (
    <>
      <Dialog
        open
        wide
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        title={words.preview}
        footer={
          <Button look="primary" icon={Printer} onClick={() => window.print()}>
            {words.print}
          </Button>
        }
      >
        <Page page={page} className="overflow-x-auto rounded-sm" />
      </Dialog>
      {createPortal(<Page page={page} className="report-paper" />, document.body)}
    </>
  );
}
