/** Symbols of a single-line diagram after IEC 60617, on the line that runs through them from top to bottom. */
import type { ReactNode } from 'react';
import type { UnitKind } from './site-chain.ts';

/** All stand in a box of this size, their line in its middle. */
export const symbolSize = { width: 48, height: 56 } as const;

type SymbolProps = {
  /** The word that the unit says: a switch shows where it stands. */
  readonly word: string | undefined;
};

const middle = symbolSize.width / 2;
const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const solid = { ...stroke, fill: 'var(--surface)' } as const;
/** The line itself, as heavy as the one it goes on as. */
const Lead = ({ from, to }: { readonly from: number; readonly to: number }): ReactNode => (
  <path d={`M${middle} ${from}V${to}`} stroke="currentColor" strokeWidth={2} />
);

/** The grid: an incoming net, hatched. */
const Utility = (): ReactNode => (
  <>
    <Lead from={40} to={56} />
    <rect x={8} y={6} width={32} height={34} {...solid} />
    <path d="M8 17.5H40M8 28.5H40M18.7 6V40M29.3 6V40" {...stroke} strokeWidth={1} />
  </>
);

/** Two windings that touch. */
const Transformer = (): ReactNode => (
  <>
    <Lead from={0} to={8} />
    <Lead from={48} to={56} />
    <circle cx={middle} cy={20} r={12} {...solid} />
    <circle cx={middle} cy={36} r={12} {...stroke} />
  </>
);

const Genset = (): ReactNode => (
  <>
    <Lead from={44} to={56} />
    <circle cx={middle} cy={26} r={18} {...solid} />
    <text x={middle} y={26} textAnchor="middle" fontSize={14} fontWeight={600} fill="currentColor">
      G
    </text>
    <path d="M17 34c2.3-4.4 4.7-4.4 7 0s4.7 4.4 7 0" {...stroke} strokeWidth={1.4} />
  </>
);

/** A change-over switch: the blade lies on the contact that it takes from. */
const Ats = ({ word }: SymbolProps): ReactNode => {
  const blade = word === 'open' ? 'M24 42 12 22' : word === 'on-genset' ? 'M24 42 34 16' : 'M24 42V16';
  return (
    <>
      <Lead from={0} to={12} />
      <Lead from={42} to={56} />
      <path d="M34 0V12" {...stroke} strokeWidth={2} />
      <circle cx={24} cy={14} r={2.4} {...solid} />
      <circle cx={34} cy={14} r={2.4} {...solid} />
      <circle cx={24} cy={42} r={2.4} fill="currentColor" />
      <path d={blade} {...stroke} strokeWidth={2.2} />
    </>
  );
};

/** Rectifier and inverter in one box, each half cut by its diagonal; the battery hangs between them. */
const Ups = ({ word }: SymbolProps): ReactNode => (
  <>
    <Lead from={0} to={3} />
    <Lead from={53} to={56} />
    <rect x={10} y={3} width={28} height={25} {...solid} />
    <rect x={10} y={28} width={28} height={25} {...solid} />
    <path d="M10 28 38 3M10 53 38 28" {...stroke} strokeWidth={1} />
    <path
      d="M14 10c1.3-2.6 2.7-2.6 4 0s2.7 2.6 4 0M27 21h7M27 24h7M14 35h7M14 38h7"
      {...stroke}
      strokeWidth={1.2}
    />
    <path d="M26 46c1.3-2.6 2.7-2.6 4 0s2.7 2.6 4 0" {...stroke} strokeWidth={1.2} />
    {(word === 'on-bypass' || word === 'failed') && <path d="M24 1H44V55H24" {...stroke} strokeWidth={2} />}
  </>
);

/** A breaker: the cross is its contact, the blade lies on it while it is closed. */
export const Breaker = ({ y, isOpen }: { readonly y: number; readonly isOpen: boolean }): ReactNode => (
  <>
    <path d={`m${middle - 3.5} ${y - 3.5} 7 7m0-7-7 7`} {...stroke} strokeWidth={1.4} />
    <path
      d={isOpen ? `M${middle} ${y + 18}l-10-15` : `M${middle} ${y + 18}V${y}`}
      {...stroke}
      strokeWidth={2}
    />
  </>
);

/** A main breaker over a bus bar. */
const Panel = ({ word }: SymbolProps): ReactNode => (
  <>
    <Lead from={0} to={12} />
    <Breaker y={12} isOpen={word === 'tripped' || word === 'open'} />
    <Lead from={30} to={44} />
    <rect x={2} y={42} width={44} height={5} fill="currentColor" />
    <Lead from={47} to={56} />
  </>
);

const symbols = {
  utility: Utility,
  transformer: Transformer,
  genset: Genset,
  ats: Ats,
  ups: Ups,
  panel: Panel,
} as const satisfies Record<UnitKind, (props: SymbolProps) => ReactNode>;

const Frame = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <svg aria-hidden width={symbolSize.width} height={symbolSize.height} viewBox="0 0 48 56" className="block">
    {children}
  </svg>
);

export function UnitSymbol({ kind, word }: SymbolProps & { readonly kind: UnitKind }): ReactNode {
  const Drawn = symbols[kind];
  return (
    <Frame>
      <Drawn word={word} />
    </Frame>
  );
}

/** A bus with its way on, or a motor: what cooling is to the one who feeds it. */
export const CoolingSymbol = (): ReactNode => (
  <Frame>
    <Lead from={0} to={10} />
    <circle cx={middle} cy={28} r={18} {...solid} />
    <text x={middle} y={33} textAnchor="middle" fontSize={14} fontWeight={600} fill="currentColor">
      M
    </text>
  </Frame>
);

export const BusSymbol = ({ isOpen }: { readonly isOpen: boolean }): ReactNode => (
  <Frame>
    <Lead from={0} to={6} />
    <Breaker y={8} isOpen={isOpen} />
    <Lead from={26} to={32} />
    <rect x={11} y={32} width={26} height={22} rx={2} {...solid} />
    <path d="M16 39v8M24 39v8M32 39v8" {...stroke} strokeWidth={2} />
  </Frame>
);

/** Plates of a cell, on a line that comes from the right. */
export const BatterySymbol = (): ReactNode => (
  <svg aria-hidden width={32} height={24} viewBox="0 0 32 24" className="block">
    <path d="M32 12H22M22 4v16M17 8v8M12 4v16M7 8v8M7 12H2" {...stroke} />
  </svg>
);
