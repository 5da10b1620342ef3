/**
 * Stacked bars side by side, to look at and to choose a stretch of: by dragging, by pressing, by keyboard.
 * Presentational: it knows neither time nor what is counted. Read out as a list of options.
 */
import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, type Ref, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { type AxisTick, fittingTicks } from './fitting-ticks.ts';
import styles from './bar-chart.module.css';
import { useWidth } from '../use-width.ts';

/** One look for each meaning; they differ in more than colour. */
export type BarTone = 'plain' | 'danger' | 'waiting';

export interface BarPart {
  readonly tone: BarTone;
  readonly value: number;
}

export interface Bar {
  readonly id: string;
  /** Read out, and shown beside the pointer: the place, and each value in words. */
  readonly title: string;
  readonly facts: readonly string[];
  readonly parts: readonly BarPart[];
  /** Drawn across the bar, for example percentiles within a range. */
  readonly marks?: readonly number[];
  /** Where the bar begins; 0 unless it is a range. */
  readonly base?: number;
  /** Nothing, or not everything, is known here. */
  readonly coverage: 'all' | 'part' | 'none';
}

/** Indexes of the first and the last bar. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

export interface BarChartProps {
  /** What takes the focus. */
  readonly focusRef?: Ref<HTMLDivElement>;
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly height: number;
  /** Round values of the axis, in words. */
  readonly formatValue: (value: number) => string;
  /** Those for which there is no room are left out. */
  readonly ticks: readonly AxisTick[];
  readonly selection: BarRange | undefined;
  readonly onSelect: (selection: BarRange | undefined) => void;
  /** Enter, or a double press. */
  readonly onCommit: () => void;
}

const AXIS_WIDTH = 52;
const AXIS_HEIGHT = 18;

export function BarChart({ focusRef, ...props }: BarChartProps) {
  const { label, bars, height, selection, onSelect } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [cursor, setCursor] = useState(0);
  const [hovered, setHovered] = useState<number>();
  const step = stepOf(width, bars.length);
  const at = Math.min(cursor, bars.length - 1);
  const brush = useBrush(bars.length, selection, (range) => {
    setCursor(range.to);
    onSelect(range);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, at, bars.length);
    if (next !== undefined) {
      event.preventDefault();
      setCursor(next);
      const anchor = selection ? (selection.from === at ? selection.to : selection.from) : at;
      onSelect(event.shiftKey ? ordered(anchor, next) : { from: next, to: next });
    } else if (event.key === 'Enter' && selection) {
      event.preventDefault();
      props.onCommit();
    } else if (event.key === 'Escape' && selection) {
      event.preventDefault();
      onSelect(undefined);
    }
  };

  return (
    <div ref={frame} className={styles.frame} style={{ height }}>
      <Picture {...props} width={width} shown={hovered} />
      <div
        ref={focusRef}
        role="listbox"
        aria-label={label}
        aria-multiselectable="true"
        tabIndex={0}
        aria-activedescendant={bars[at] && optionId(label, at)}
        className={styles.options}
        style={{ insetInlineStart: AXIS_WIDTH }}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setHovered(undefined)}
        onDoubleClick={props.onCommit}
        {...brush}
      >
        {bars.map((bar, index) => (
          <div
            key={bar.id}
            id={optionId(label, index)}
            role="option"
            aria-selected={isIn(selection, index)}
            aria-label={`${bar.title}: ${bar.facts.join(', ')}`}
            className={classNames(styles.option, index === at && styles.current)}
            onPointerEnter={() => setHovered(index)}
          />
        ))}
      </div>
      {hovered !== undefined && bars[hovered] && (
        <div
          className={styles.tip}
          style={
            hovered < bars.length / 2
              ? { left: AXIS_WIDTH + (hovered + 1) * step }
              : { right: (bars.length - hovered) * step }
          }
        >
          <strong>{bars[hovered].title}</strong>
          {bars[hovered].facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      )}
    </div>
  );
}

interface PictureProps extends Omit<BarChartProps, 'focusRef'> {
  readonly width: number;
  /** The bar under the pointer. */
  readonly shown: number | undefined;
}

function Picture({ bars, height, formatValue, ticks, selection, width, shown }: PictureProps) {
  const top = Math.max(0, ...bars.map(sumOf));
  const y = scaleLinear()
    .domain([0, top || 1])
    .nice(3)
    .range([height - AXIS_HEIGHT, 4]);
  const step = stepOf(width, bars.length);
  return (
    <svg className={styles.picture} width={width} height={height} aria-hidden="true">
      <Hatch />
      {y.ticks(3).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line className={styles.line} x1={AXIS_WIDTH} x2={width} />
          <text className={styles.axis} x={AXIS_WIDTH - 6} dy="0.32em" textAnchor="end">
            {formatValue(tick)}
          </text>
        </g>
      ))}
      {fittingTicks(ticks, step, width - AXIS_WIDTH).map(({ index, text }) => (
        <text key={index} className={styles.axis} x={AXIS_WIDTH + index * step} y={height - 4}>
          {text}
        </text>
      ))}
      {selection && (
        <rect
          className={styles.selection}
          x={AXIS_WIDTH + selection.from * step}
          width={(selection.to - selection.from + 1) * step}
          y={0}
          height={height - AXIS_HEIGHT}
        />
      )}
      {bars.map((bar, index) => (
        <g key={bar.id} transform={`translate(${AXIS_WIDTH + index * step} 0)`}>
          {bar.coverage !== 'all' && (
            <rect className={styles.uncovered} width={step} y={4} height={height - AXIS_HEIGHT - 4} />
          )}
          <Stack
            bar={bar}
            width={Math.max(1, step - Math.min(2, step / 4))}
            y={y}
            isShown={index === shown}
          />
        </g>
      ))}
    </svg>
  );
}

const stepOf = (width: number, count: number) => (count === 0 ? 0 : Math.max(0, width - AXIS_WIDTH) / count);

/** Press and drag; the press alone chooses one bar, with Shift up to it. */
function useBrush(count: number, selection: BarRange | undefined, onSelect: (range: BarRange) => void) {
  const anchor = useRef<number>(undefined);
  const indexAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = Math.floor(((event.clientX - box.left) / box.width) * count);
    return Math.min(count - 1, Math.max(0, index));
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (count === 0 || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const index = indexAt(event);
      anchor.current = event.shiftKey && selection ? selection.from : index;
      onSelect(ordered(anchor.current, index));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (anchor.current === undefined || event.buttons !== 1) return;
      onSelect(ordered(anchor.current, indexAt(event)));
    },
    onPointerUp: () => {
      anchor.current = undefined;
    },
  };
}

interface StackProps {
  readonly bar: Bar;
  readonly width: number;
  readonly y: (value: number) => number;
  readonly isShown: boolean;
}

function Stack({ bar, width, y, isShown }: StackProps) {
  return (
    <g className={classNames(isShown && styles.shown)}>
      {stacked(bar).map(({ tone, from, to }) => {
        // A part that is there is seen, however small.
        const height = Math.max(1.5, y(from) - y(to));
        return (
          <rect key={tone} className={styles[tone]} width={width} y={y(from) - height} height={height} />
        );
      })}
      {bar.marks?.map((mark) => (
        <line key={mark} className={styles.mark} x1={0} x2={width} y1={y(mark)} y2={y(mark)} />
      ))}
    </g>
  );
}

/** Each part from where the ones below it end; empty ones are left out. */
function stacked({ parts, base = 0 }: Bar) {
  return parts.flatMap(({ tone, value }, index) => {
    const from = parts.slice(0, index).reduce((sum, part) => sum + part.value, base);
    return value > 0 ? [{ tone, from, to: from + value }] : [];
  });
}

function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" />
      </pattern>
      <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">
        <circle className={styles.dot} cx="2" cy="2" r="1.1" />
      </pattern>
    </defs>
  );
}

const sumOf = ({ parts, base = 0 }: Bar) => parts.reduce((sum, { value }) => sum + value, base);

const isIn = (range: BarRange | undefined, index: number) =>
  range !== undefined && range.from <= index && index <= range.to;

const ordered = (a: number, b: number): BarRange => ({ from: Math.min(a, b), to: Math.max(a, b) });

const optionId = (label: string, index: number) => `${label.replace(/\W+/g, '-')}-${index}`;

function keyTarget(key: string, at: number, count: number): number | undefined {
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowRight':
      return clamp(at + 1);
    case 'ArrowLeft':
      return clamp(at - 1);
    case 'Home':
      return clamp(0);
    case 'End':
      return clamp(count - 1);
    case 'PageUp':
      return clamp(at - 10);
    case 'PageDown':
      return clamp(at + 10);
    default:
      return undefined;
  }
}
