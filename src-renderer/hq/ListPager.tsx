import { Pager } from '../ui/Pager.tsx';
import { hqFrame } from '../words/hq-frame.ts';
import { useWords } from '../words.ts';

/** As many as the server sends at once. */
const atOnce = 50;

/** The pages of a list that the server sends in pieces. */
export function ListPager({
  page,
  total,
  onPage,
}: {
  page: number;
  total: number;
  onPage: (page: number) => void;
}) {
  const { say, number } = useWords();
  return (
    <Pager
      page={page}
      pages={Math.ceil(total / atOnce)}
      onPage={onPage}
      words={{
        label: say(hqFrame.page),
        previous: say(hqFrame.previous),
        next: say(hqFrame.next),
        range: say(hqFrame.range, {
          from: number(page * atOnce + 1),
          to: number(Math.min(total, (page + 1) * atOnce)),
          total: number(total),
        }),
      }}
    />
  );
}
