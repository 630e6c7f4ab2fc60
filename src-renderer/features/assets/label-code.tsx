/** A code as a drawing: black on nothing, in units of modules, with its quiet zone. */
import type { ReactNode } from 'react';
import { code128, code128Quiet } from './code-128.ts';
import type { CodeKind } from './label-draft.ts';
import { qrCode, qrQuiet } from './qr-code.ts';

type LabelCodeProps = { readonly kind: CodeKind; readonly content: string; readonly title: string };

function qrPath(content: string): { readonly size: number; readonly path: string } {
  const rows = qrCode(content)?.rows ?? [];
  const path = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + qrQuiet} ${y + qrQuiet}h1v1h-1z`] : [])),
  );
  return { size: rows.length + 2 * qrQuiet, path: path.join('') };
}

/** Bars are as tall as there is room. */
export function LabelCode({ kind, content, title }: LabelCodeProps): ReactNode {
  if (kind === 'qr') {
    const { size, path } = qrPath(content);
    return (
      <svg role="img" aria-label={title} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path d={path} fill="currentColor" />
      </svg>
    );
  }
  const code = code128(content);
  const length = (code?.length ?? 0) + 2 * code128Quiet;
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${length} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      {code?.bars.map(({ at, width }) => (
        <rect key={at} x={at + code128Quiet} y={0} width={width} height={1} fill="currentColor" />
      ))}
    </svg>
  );
}
