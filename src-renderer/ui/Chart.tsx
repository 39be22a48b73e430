import { useEffect, useEffectEvent, useRef, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './chart.css';

interface Props {
  title: string;
  kind: 'bars' | 'line';
  tone: 'blue' | 'green';
  /** Instants in seconds. */
  xs: number[];
  ys: (number | null)[];
  nameX: (x: number) => string;
  nameY: (y: number) => string;
  /** From 0 to what fits, when left out. */
  range?: [number, number];
  /** Charts of one group share the cursor. */
  group: string;
}

const height = 180;
const spacePx = { x: 96, y: 40 };

/** One series over time. The value under the cursor stands in the title's line; without a cursor the last one does. */
export function Chart({ title, kind, tone, xs, ys, nameX, nameY, range, group }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const [under, setUnder] = useState<number | null>(null);
  const nameOfX = useEffectEvent(nameX);
  const nameOfY = useEffectEvent(nameY);
  const data = useEffectEvent((): UPlot.AlignedData => [xs, ys]);
  const stepOfX = useEffectEvent(() => (xs.length > 1 ? xs[1]! - xs[0]! : 0));
  const most = range?.[1];
  const least = range?.[0];
  useEffect(() => {
    const box = frame.current!;
    const colour = (name: string) => getComputedStyle(box).getPropertyValue(`--${name}`).trim();
    const font = `500 13px ${colour('font')}`;
    const axis = {
      font,
      stroke: colour('ink-soft'),
      ticks: { show: false },
      grid: { stroke: colour('line'), width: 1 },
    };
    const drawn = new UPlot(
      {
        width: box.clientWidth,
        height,
        legend: { show: false },
        tzDate: seconds => UPlot.tzDate(new Date(seconds * 1_000), 'UTC'),
        cursor: {
          sync: { key: group },
          drag: { x: false, y: false },
          y: false,
          points: { show: kind === 'line' },
        },
        hooks: { setCursor: [chart => setUnder(chart.cursor.idx ?? null)] },
        scales: {
          // Half a step more on both sides, so that the first and the last bar are whole.
          x: { range: (_, from, to) => [from - stepOfX() / 2, to + stepOfX() / 2] },
          y: { range: (_, __, highest) => [least ?? 0, most ?? Math.max(4, highest * 1.08)] },
        },
        axes: [
          {
            ...axis,
            grid: { show: false },
            size: 30,
            space: spacePx.x,
            values: (_, at) => at.map(x => nameOfX(x)),
          },
          { ...axis, size: 64, space: spacePx.y, values: (_, at) => at.map(y => nameOfY(y)) },
        ],
        series: [
          {},
          kind === 'bars'
            ? {
                fill: colour(tone),
                paths: UPlot.paths.bars!({ size: [0.64, 40], radius: 0.2 }),
                points: { show: false },
              }
            : { stroke: colour(tone), width: 2, spanGaps: true, points: { size: 6, fill: colour(tone) } },
        ],
      },
      data(),
      box,
    );
    plot.current = drawn;
    const sizes = new ResizeObserver(() => drawn.setSize({ width: box.clientWidth, height }));
    sizes.observe(box);
    return () => {
      sizes.disconnect();
      drawn.destroy();
    };
  }, [kind, tone, group, least, most]);
  useEffect(() => {
    plot.current?.setData([xs, ys]);
  }, [xs, ys]);
  const at = under ?? ys.findLastIndex(y => y !== null);
  const value = ys[at];
  return (
    <figure className="chart">
      <figcaption>
        <strong>{title}</strong>
        {at >= 0 && (
          <span className="chart-value">
            {nameX(xs[at]!)}: <b>{value === null || value === undefined ? '–' : nameY(value)}</b>
          </span>
        )}
      </figcaption>
      <div ref={frame} className="chart-frame" />
    </figure>
  );
}
