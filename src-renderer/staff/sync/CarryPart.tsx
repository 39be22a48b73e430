import { useQueryClient } from '@tanstack/react-query';
import { PackageOpen, PackagePlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { fetchBlob, sendFile } from '../../api.ts';
import { parcelPath } from '../../paths.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { frame } from '../../words/staff-frame.ts';
import { syncWords as words } from '../../words/staff-sync.ts';
import { useWords } from '../../words.ts';
import { FailureLine } from '../../desk/FailureLine.tsx';
import { SaveLink } from '../labels/SaveLink.tsx';
import { useMay } from '../session/session.ts';
import { toast } from '../../desk/toasts.ts';
import { useAct } from '../../desk/use-act.ts';

const patienceMs = 120_000;

/** For an office without any link: a locked parcel out, and headquarters' answer in. */
export function CarryPart({ office }: { office: string }) {
  const { say, number } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const chosen = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  const look = () => void queries.invalidateQueries({ queryKey: ['sync'] });
  const pack = useAct(() => fetchBlob(parcelPath, patienceMs), {
    onDone: blob => {
      setUrl(URL.createObjectURL(blob));
      look();
    },
    onFail: () => true,
  });
  const unpack = useAct((file: File) => sendFile<{ acknowledged: number }>(parcelPath, file), {
    onDone: ({ acknowledged }) => {
      toast('good', say(words.unpacked, { n: number(acknowledged) }));
      setUrl(null);
      look();
    },
    onFail: () => true,
  });
  const why = !may('sync.carry') && say(frame.notForRole);
  return (
    <section className="sync-part" aria-label={say(words.carryTitle)}>
      <h3>{say(words.carryTitle)}</h3>
      <p className="soft">{say(words.carryLead)}</p>
      <div className="row">
        {url ? (
          <SaveLink url={url} name={`loket-${office}.paket`} />
        ) : (
          <ActionButton icon={PackagePlus} busy={pack.busy} why={why} onClick={() => pack.run()}>
            {say(words.pack)}
          </ActionButton>
        )}
        <ActionButton icon={PackageOpen} busy={unpack.busy} why={why} onClick={() => chosen.current?.click()}>
          {say(words.unpack)}
        </ActionButton>
        <input
          ref={chosen}
          type="file"
          hidden
          aria-label={say(words.unpack)}
          onChange={event => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) unpack.run(file);
          }}
        />
      </div>
      <FailureLine failure={pack.failure ?? unpack.failure} />
    </section>
  );
}
