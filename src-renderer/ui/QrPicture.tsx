import { useMemo } from 'react';
import { encode } from 'uqr';

interface Props {
  text: string;
  /** What a person who cannot see the picture should know. */
  label: string;
  className?: string;
}

const quiet = 2;

/** A QR code as one path, sharp at every size, always dark on white so that every phone reads it. */
export function QrPicture({ text, label, className }: Props) {
  const { size, path } = useMemo(() => draw(text), [text]);
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

function draw(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return { size, path };
}
