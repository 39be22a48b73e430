interface Props {
  /** Widths of bars and spaces in turn, in modules, one digit each. */
  widths: string;
  label: string;
  className?: string;
}

const quiet = 10;
const height = 40;

/** A bar code of known widths as one path, dark on white. */
export function BarsPicture({ widths, label, className }: Props) {
  let x = 0;
  let path = '';
  for (const [at, digit] of [...widths].entries()) {
    const width = Number(digit);
    if (at % 2 === 0) path += `M${x} 0h${width}v${height}h-${width}z`;
    x += width;
  }
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`${-quiet} ${-quiet} ${x + 2 * quiet} ${height + 2 * quiet}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
