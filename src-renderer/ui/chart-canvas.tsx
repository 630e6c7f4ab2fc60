import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { tokenValue, useThemeName } from '../theme/use-theme-name.ts';
import { type ChartProps, type ChartSeries, seriesText } from './chart-shape.ts';
import { bandHook, limitHook } from './chart-marks.ts';
import { labClock, labDate, numberText } from './numbers.ts';

const font = '11px "Inter Variable", sans-serif';

function dataOf(at: ChartProps['at'], series: ChartProps['series']): uPlot.AlignedData {
  return [[...at], ...series.map((one) => [...one.values])];
}

const wordsOn = ({ series }: ChartProps): readonly string[] | null =>
  series.find((one) => one.words !== undefined)?.words ?? null;

/** One line to each word, and room to read the longest. */
const wordAxis = (words: readonly string[]): uPlot.Axis => ({
  scale: 'left',
  size: 84,
  font: '10px "Inter Variable", sans-serif',
  stroke: tokenValue('text-2'),
  grid: { stroke: tokenValue('line'), width: 1 },
  ticks: { show: false },
  gap: 6,
  splits: () => words.map((_, index) => index),
  values: (_plot, splits) => splits.map((value) => words[value] ?? ''),
});

function axisOf(props: ChartProps, side: 'left' | 'right'): uPlot.Axis {
  const decimals = props.series.find((one) => (one.side ?? 'left') === side)?.decimals ?? 0;
  const words = wordsOn(props);
  // uPlot puts an axis on the left where it is not told otherwise.
  if (words !== null && side === 'left') return wordAxis(words);
  const axis: uPlot.Axis = {
    scale: side,
    size: 46,
    font,
    stroke: tokenValue('text-2'),
    grid: side === 'left' ? { stroke: tokenValue('line'), width: 1 } : { show: false },
    ticks: { show: false },
    gap: 6,
    space: 32,
    values: (_plot, splits) => {
      const step = Math.abs((splits[1] ?? 1) - (splits[0] ?? 0));
      const shown = Math.min(decimals, step >= 1 ? 0 : step >= 0.1 ? 1 : 2);
      return splits.map((value) => numberText(value, shown));
    },
  };
  // uPlot counts the sides from the top, clockwise; its enum exists for the compiler only.
  return Object.assign(axis, { side: side === 'left' ? 3 : 1 });
}

function timeAxis(): uPlot.Axis {
  return {
    font,
    stroke: tokenValue('text-2'),
    grid: { show: false },
    ticks: { show: false },
    size: 24,
    space: 72,
    values: (_plot, splits) => {
      const step = (splits[1] ?? 0) - (splits[0] ?? 0);
      if (step >= 86_400_000) return splits.map((value) => labDate(value).slice(5));
      // Within a minute the minutes alone would all read the same.
      return splits.map((value) => labClock(value).slice(0, step < 60_000 ? 8 : 5));
    },
  };
}

/** Room for the limits and the band, so that they are in sight while all is well. */
function rangeOf(props: ChartProps): uPlot.Range.Function {
  const words = wordsOn(props);
  if (words !== null) return () => [-0.4, words.length - 0.6];
  const marks = [
    ...(props.limits ?? []).map((limit) => limit.value),
    ...(props.band ? [props.band.low, props.band.high] : []),
  ];
  return (_plot, low, high) => {
    const bottom = Math.min(low ?? 0, ...marks);
    const top = Math.max(high ?? 1, ...marks);
    const room = Math.max((top - bottom) * 0.08, marks.length > 0 ? 0 : Math.abs(top) * 0.05, 0.05);
    return [bottom - room, top + room];
  };
}

/** To whole twentieths, so that the right scale's numbers stay round. */
const rightRange = (_plot: uPlot, low: number | null, high: number | null): [number, number] => [
  Math.floor((low ?? 0) * 20) / 20 - 0.05,
  Math.ceil((high ?? 1) * 20) / 20 + 0.05,
];

/** Between two words there is nothing: a state holds until the next. */
function lineOf(one: ChartSeries): uPlot.Series {
  const steps = one.words === undefined ? undefined : uPlot.paths.stepped?.({ align: 1 });
  return {
    label: one.label,
    scale: one.side ?? 'left',
    stroke: tokenValue(one.ink),
    width: 1.5,
    points: { show: false },
    ...(one.dash === true ? { dash: [4, 3] } : {}),
    ...(steps === undefined ? {} : { paths: steps }),
  };
}

type Frame = { readonly width: number; readonly span: RefObject<Window> };

function optionsOf(props: ChartProps, { width, span }: Frame): uPlot.Options {
  const hasRight = props.series.some((one) => one.side === 'right');
  return {
    width,
    height: props.height,
    ms: 1,
    // Lab time is UTC wherever the page is read.
    tzDate: (stamp) => uPlot.tzDate(new Date(stamp), 'Etc/UTC'),
    // The last moment's label stands half beyond the end of the axis.
    padding: [8, hasRight ? 0 : 20, 0, 0],
    cursor: { y: false, points: { size: 6 }, drag: { setScale: false } },
    legend: { show: false },
    scales: {
      x: { time: true, range: (_plot, low, high) => [span.current.from ?? low, span.current.to ?? high] },
      left: { range: rangeOf(props) },
      ...(hasRight ? { right: { range: rightRange } } : {}),
    },
    axes: [timeAxis(), axisOf(props, 'left'), ...(hasRight ? [axisOf(props, 'right')] : [])],
    series: [{}, ...props.series.map(lineOf)],
    hooks: {
      drawClear: props.band ? [bandHook(props.band)] : [],
      draw: [limitHook(props.limits ?? [])],
    },
  };
}

function cursorText(props: ChartProps, index: number): string {
  const at = props.at[index];
  if (at === undefined) return '';
  const values = props.series.map((one) => {
    const value = one.values[index] ?? null;
    return `${one.label} ${value === null ? '–' : seriesText(one, value)}`;
  });
  return [labClock(at).slice(0, 5), ...values].join('   ');
}

type Window = { readonly from: number | undefined; readonly to: number | undefined };

/** Made once; the component is made anew where its shape or the theme changes, and new readings are only set. */
function Plot(props: ChartProps): ReactNode {
  const { at, series, from, to } = props;
  const host = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const plot = useRef<uPlot | null>(null);
  const span = useRef<Window>({ from, to });
  const data = useMemo(() => dataOf(at, series), [at, series]);

  const onCursor = useEffectEvent((chart: uPlot) => {
    const index = chart.cursor.idx;
    const text = index === null || index === undefined ? '' : cursorText(props, index);
    if (words.current !== null) words.current.textContent = text;
  });
  const make = useEffectEvent((element: HTMLElement): uPlot => {
    const options = optionsOf(props, { width: Math.max(40, element.clientWidth), span });
    return new uPlot({ ...options, hooks: { ...options.hooks, setCursor: [onCursor] } }, data, element);
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const made = make(element);
    plot.current = made;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined)
        made.setSize({ width: Math.max(40, Math.floor(entry.contentRect.width)), height: made.height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, []);

  useEffect(() => {
    span.current = { from, to };
    plot.current?.setData(data);
  }, [data, from, to]);

  return (
    <>
      <div ref={host} className="h-full w-full" />
      <p
        ref={words}
        aria-hidden
        className="pointer-events-none absolute top-0 left-12 text-11 whitespace-pre text-text-2"
      />
    </>
  );
}

export function ChartCanvas(props: ChartProps): ReactNode {
  const theme = useThemeName();
  const looks = props.series.map(({ label, ink, unit, decimals, side, dash, words }) => [
    label,
    ink,
    unit,
    decimals,
    side,
    dash,
    words,
  ]);
  const shape = JSON.stringify([theme, props.height, props.limits, props.band, looks]);
  return <Plot key={shape} {...props} />;
}
