import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { wholeSpan } from '../../model/timeline.ts';
import { minimapPicture, paletteTypes } from './minimap-picture.ts';
import styles from './minimap.module.css';
import { useTrace } from './trace-context.ts';
import { rowHeight } from './tree-row.tsx';
import { useWidth } from '../../ui/use-width.ts';

const height = 40;

/**
 * An overview to scroll with the pointer. Hidden from assistive technology: the tree below says and does
 * the same by keyboard.
 */
export function Minimap({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(canvas);
  const model = useTrace((state) => state.model);
  const rows = useTrace((state) => state.rows.rows);
  const span = useTrace((state) => state.span);
  const whole = wholeSpan(model.timeline);

  // Canvas pixels and computed colours live in the document.
  useEffect(() => {
    const element = canvas.current;
    if (!element || width === 0) return undefined;
    const paint = () => draw(element, width, minimapPicture(model, rows, width, height));
    // After the rows: an overview may come a moment later than what it is an overview of.
    const soon = setTimeout(paint);
    const stop = onThemeChange(paint);
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [model, rows, width]);

  // The frame follows the scroll without rendering React.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const place = () => placeFrame(frame.current, element, rows.length);
    place();
    element.addEventListener('scroll', place, { passive: true });
    return () => element.removeEventListener('scroll', place);
  }, [scroller, rows, width]);

  const scrollHere = (event: PointerEvent<HTMLElement>) => {
    const element = scroller.current;
    if (!element || event.buttons !== 1) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const row = ((event.clientY - box.top) / box.height) * rows.length;
    element.scrollTo({ top: row * rowHeight - element.clientHeight / 2 });
  };

  return (
    <div className={styles.minimap} aria-hidden="true" onPointerDown={scrollHere} onPointerMove={scrollHere}>
      <canvas ref={canvas} className={styles.canvas} />
      <div
        ref={frame}
        className={styles.frame}
        style={{ left: `${share(span.from, whole.to)}%`, right: `${100 - share(span.to, whole.to)}%` }}
      />
    </div>
  );
}

const share = (offset: number, whole: number) => (offset / whole) * 100;

function placeFrame(frame: HTMLElement | null, scroller: HTMLElement, count: number): void {
  if (!frame) return;
  const all = Math.max(count * rowHeight, 1);
  const top = (scroller.scrollTop / all) * height;
  const bottom = Math.min(height, ((scroller.scrollTop + scroller.clientHeight) / all) * height);
  frame.style.top = `${Math.min(top, height - 3)}px`;
  frame.style.height = `${Math.max(3, bottom - top)}px`;
}

function draw(canvas: HTMLCanvasElement, width: number, picture: Uint8Array): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  const image = context.createImageData(width, height);
  const colors = paletteOf(canvas, context);
  const pixels = new Uint32Array(image.data.buffer);
  picture.forEach((index, at) => {
    if (index > 0) pixels[at] = colors[index] ?? 0;
  });
  context.putImageData(image, 0, 0);
}

/** The tokens as pixel words; the canvas itself resolves light-dark() and oklch(). */
function paletteOf(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): readonly number[] {
  const names = ['', ...paletteTypes.slice(1).map((type) => `--type-${type}`), '--danger'];
  const probe = document.createElement('span');
  canvas.after(probe);
  const colors = names.map((name) => {
    if (name === '') return 0;
    probe.style.color = `var(${name})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0]!;
  });
  probe.remove();
  context.clearRect(0, 0, 1, 1);
  return colors;
}

function onThemeChange(paint: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(paint);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', paint);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', paint);
  };
}
