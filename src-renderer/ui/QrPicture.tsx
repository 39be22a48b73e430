import { useMemo } from 'react';
import { encode } from 'uqr';

interface Props {
  text: string;
  /** What a person who cannot see the picture should know. */
  label: string;
  /** The text is the office's own, the same for every visitor: drawn once for as long as the page lives. */
  lasting?: boolean;
  className?: string;
}

const quiet = 2;

/** A QR code as one path, sharp at every size, always dark on white so that every phone reads it. */
export function QrPicture({ text, label, lasting = false, className }: Props) {
  const { size, path } = useMemo(() => (lasting ? drawOnce(text) : draw(text)), [text, lasting]);
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** The dark squares of a row that touch are one bar: a third of the corners to paint. */
function bar(row: boolean[], x: number, y: number): string {
  if (row[x - 1]) return '';
  const end = row.indexOf(false, x);
  const length = (end === -1 ? row.length : end) - x;
  return `M${x} ${y}h${length}v1h${-length}z`;
}

interface Drawn {
  size: number;
  path: string;
}

const kept = new Map<string, Drawn>();

function drawOnce(text: string): Drawn {
  const drawn = kept.get(text) ?? draw(text);
  kept.set(text, drawn);
  return drawn;
}

function draw(text: string): Drawn {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const path = data.map((row, y) => row.map((dark, x) => (dark ? bar(row, x, y) : '')).join('')).join('');
  return { size, path };
}
