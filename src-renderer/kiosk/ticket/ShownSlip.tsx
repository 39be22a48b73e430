import { Printer, ScanQrCode } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SlipPrint } from '../../../src-main/devices/schema.ts';
import { fetchBlob } from '../../api.ts';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { useWords, type Sentence } from '../../words.ts';

/** So long the printer has; within three seconds the slip is on the screen, and may come out all the same. */
const patienceMs = 2_800;
const askEveryMs = 600;

interface Props {
  code: string;
  /** What the code is, for who hears the screen; and the picture of the whole slip. */
  codeLabel: string;
  pictureLabel: string;
  picturePath: string;
  slip: 'printing' | 'screen';
  ask: () => Promise<SlipPrint>;
  sentences: Record<SlipPrint, Sentence>;
}

/** The code to show, and the whole slip where paper cannot be counted on: the visitor may photograph it. */
export function ShownSlip({ code, codeLabel, pictureLabel, picturePath, slip, ask, sentences }: Props) {
  const { say } = useWords();
  const print = useSlipPrint(slip, ask);
  const onScreen = print !== 'printing' && print !== 'printed';
  const picture = useSlipPicture(picturePath, onScreen);
  return (
    <div className="k-ticket-code">
      {picture && <img className="k-slip-picture" src={picture} alt={pictureLabel} />}
      <div className="k-ticket-sign">
        <QrPicture text={code} label={codeLabel} />
        <p className="k-code">{code}</p>
        <p className="k-slip" role="status">
          {onScreen ? <ScanQrCode aria-hidden /> : <Printer aria-hidden />}
          {say(sentences[print])}
        </p>
      </div>
    </div>
  );
}

/** Asks until the printer has answered. A printer that is silent for too long has failed, until it says otherwise. */
function useSlipPrint(slip: 'printing' | 'screen', ask: () => Promise<SlipPrint>): SlipPrint {
  const [print, setPrint] = useState<SlipPrint>(slip);
  const asked = useEffectEvent(ask);
  const ended = print === 'printed' || slip === 'screen';
  useEffect(() => {
    if (ended) return;
    const began = performance.now();
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const now = await asked().catch(() => null);
      if (gone) return;
      const leftMs = began + patienceMs - performance.now();
      if (now && now !== 'printing') setPrint(now);
      else if (leftMs <= 0) setPrint('failed');
      timer = setTimeout(() => void look(), leftMs > 0 ? Math.min(askEveryMs, leftMs) : askEveryMs);
    };
    timer = setTimeout(() => void look(), askEveryMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ended]);
  return print;
}

/** An address for the picture; null until it is there, and where the station has none. */
function useSlipPicture(path: string, wanted: boolean): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let made: string | null = null;
    let gone = false;
    fetchBlob(path).then(
      blob => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => {},
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [path, wanted]);
  return url;
}
