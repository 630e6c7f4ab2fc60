/** What the printer gets in place of the page: sheets of labels, each at its millimetre. */
import { memo } from 'react';
import { createPortal } from 'react-dom';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { LabelCode } from './label-code.tsx';
import { barShare, labelMargin, pagesOfLabels, sheetOf } from './label-draft.ts';
import type { Label, LabelDraft } from './label-draft.ts';
import { paperSizes } from './label-sheets.table.ts';
import './labels.css';

const mm = (value: number): string => `${value}mm`;

type LabelFaceProps = { readonly label: Label; readonly draft: LabelDraft };

/** A code takes milliseconds to draw: it is drawn anew only when something of its label changed. */
export const LabelFace = memo(function LabelFace({ label, draft }: LabelFaceProps): ReactNode {
  const words = useText().assets.labels;
  const { width, height } = sheetOf(draft);
  const inner = height - 2 * labelMargin;
  const isQr = draft.code === 'qr';
  const size = isQr
    ? { width: mm(inner), height: mm(inner) }
    : { width: mm(width - 2 * labelMargin), height: mm(inner * barShare) };
  const lines = label.lines.length + (isQr ? 0 : 1);
  const room = isQr ? inner : inner * (1 - barShare);
  return (
    <div
      className={isQr ? 'label-face' : 'label-face label-face-bars'}
      style={{ width: mm(width), height: mm(height), padding: mm(labelMargin) }}
    >
      <div className="label-code" style={size}>
        <LabelCode kind={draft.code} content={label.content} title={words.codeOf(label.content)} />
      </div>
      <div className="label-lines" style={{ fontSize: mm(Math.min(3.4, room / (lines * 1.25))) }}>
        {!isQr && <span className="label-content">{label.content}</span>}
        {label.lines.map((line, at) => (
          <span key={at} className={at === 0 ? 'label-first' : undefined}>
            {line}
          </span>
        ))}
      </div>
    </div>
  );
});

type LabelPaperProps = { readonly labels: readonly Label[]; readonly draft: LabelDraft };

export function LabelSheets({ labels, draft }: LabelPaperProps): ReactNode {
  const sheet = sheetOf(draft);
  const paper = paperSizes[sheet.paper];
  return pagesOfLabels(labels, draft).map((spots, page) => (
    <div
      key={page}
      className="label-page"
      style={{ width: mm(paper.width), height: mm(paper.height - 0.5), page: `labels-${sheet.paper}` }}
    >
      {spots.map(({ label, column, row }) => (
        <div
          key={label.id}
          className="label-spot"
          style={{ left: mm(sheet.left + column * sheet.stepX), top: mm(sheet.top + row * sheet.stepY) }}
        >
          <LabelFace label={label} draft={draft} />
        </div>
      ))}
    </div>
  ));
}

export const LabelPaper = (props: LabelPaperProps): ReactNode =>
  createPortal(
    <div className="label-paper" aria-hidden>
      <LabelSheets {...props} />
    </div>,
    document.body,
  );
