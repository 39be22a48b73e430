import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import type { Printer, RealPrinter } from '../../../src-main/profile/schema.ts';
import { answer, api } from '../../api.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { printerWords as words } from '../../words/staff-printer.ts';
import { useWords } from '../../words.ts';

/** Printers that the station can see, each one press away from the profile. */
export function FoundPrinters({ onPrinter }: { onPrinter: (printer: Printer) => void }) {
  const { say } = useWords();
  const found = useQuery({
    queryKey: ['printers', 'found'],
    queryFn: () => answer(api.printers.found.$get()),
    enabled: false,
  });
  return (
    <div className="stack">
      <div>
        <ActionButton icon={Search} busy={found.isFetching} onClick={() => void found.refetch()}>
          {say(words.find)}
        </ActionButton>
      </div>
      <div aria-live="polite">
        {found.data?.length === 0 && <p className="note">{say(words.foundNone)}</p>}
        <ul className="found-printers">
          {found.data?.map(one => (
            <li key={JSON.stringify(one.printer)}>
              <span>
                <strong>{addressOf(one.printer)}</strong>
                <small className="soft">
                  {say(words.kinds[one.printer.kind])}
                  {one.what && ` · ${one.what}`}
                </small>
                {one.forbidden && <small className="soft">{say(words.forbidden)}</small>}
              </span>
              <ActionButton size="small" onClick={() => onPrinter(one.printer)}>
                {say(words.use)}
              </ActionButton>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function addressOf(printer: RealPrinter): string {
  switch (printer.kind) {
    case 'tcp':
      return `${printer.host}:${printer.port}`;
    case 'cups':
      return printer.queue;
    case 'windows':
      return printer.name;
    case 'device':
    case 'serial':
      return printer.path;
  }
}
