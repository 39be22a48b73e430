import { FileSpreadsheet, FileText } from 'lucide-react';
import { answerFile } from '../api.ts';
import { toast } from '../desk/toasts.ts';
import { useAct } from '../desk/use-act.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { hqFrame as words } from '../words/hq-frame.ts';
import { useWords, type Language } from '../words.ts';
import { useToday } from './moments.ts';
import { saveFile } from './save-file.ts';

type Format = 'csv' | 'xlsx';

interface Props {
  /** The list's name in the file's name. */
  name: string;
  make: (format: Format, language: Language) => Parameters<typeof answerFile>[0];
  why?: string | false;
}

const looks = { csv: FileText, xlsx: FileSpreadsheet };

/** The list as it is searched and sorted, as a file for a spreadsheet. */
export function ExportButtons({ name, make, why }: Props) {
  const { say, language } = useWords();
  const today = useToday();
  const fetched = useAct((format: Format) => answerFile(make(format, language)), {
    onDone: (blob, format) => {
      const file = `loket-pst-${name}-${today}.${format}`;
      saveFile(blob, file);
      toast('good', say(words.exported, { name: file }));
    },
  });
  return (
    <>
      {(['csv', 'xlsx'] as const).map(format => (
        <ActionButton
          key={format}
          icon={looks[format]}
          busy={fetched.busy}
          why={why}
          aria-label={say(words.exportAs, { format: say(words[format]) })}
          onClick={() => fetched.run(format)}
        >
          {say(words[format])}
        </ActionButton>
      ))}
    </>
  );
}
