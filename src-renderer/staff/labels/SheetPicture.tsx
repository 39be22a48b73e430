import type { Sheet } from '../../../src-main/labels/rules.ts';
import { labelWords as words } from '../../words/staff-labels.ts';
import { useWords } from '../../words.ts';

interface Props {
  sheet: Sheet;
  /** Labels of the first page used up before, and those to print. */
  skip: number;
  labels: number;
}

/** The first page in small: what is used up, what will be printed, what stays free. */
export function SheetPicture({ sheet, skip, labels }: Props) {
  const { say } = useWords();
  return (
    <svg
      className="sheet-picture"
      viewBox={`-1 -1 ${sheet.width + 2} ${sheet.height + 2}`}
      role="img"
      aria-label={say(words.firstPage)}
    >
      <rect className="sheet-page" width={sheet.width} height={sheet.height} rx={1} />
      {sheet.boxes.map((box, i) => (
        <rect
          key={`${box.x}/${box.y}`}
          className={i < skip ? 'sheet-used' : i < skip + labels ? 'sheet-label' : 'sheet-free'}
          x={box.x + 1}
          y={box.y + 1}
          width={box.width - 2}
          height={box.height - 2}
          rx={2}
        />
      ))}
    </svg>
  );
}
