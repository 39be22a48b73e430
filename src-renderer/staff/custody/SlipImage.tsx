import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchBlob } from '../../api.ts';
import { slipImagePath } from '../../paths.ts';
import { custodyWords } from '../../words/staff-custody.ts';
import { useWords } from '../../words.ts';

/** The slip as it is printed, for a screen without a printer. */
export function SlipImage({ slipId, code }: { slipId: string; code?: string }) {
  const { say } = useWords();
  const { data } = useQuery({
    queryKey: ['slip-image', slipId],
    queryFn: () => fetchBlob(slipImagePath(slipId)),
    staleTime: Infinity,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return (
    <figure className="slip-picture">
      {url ? (
        <img src={url} alt={say(custodyWords.slipAlt, { code: code ?? '' })} />
      ) : (
        <span className="bone" style={{ width: 240, height: 320 }} />
      )}
    </figure>
  );
}
