import { Printer, ScanQrCode } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TicketPrint } from '../../../src-main/visits/schema.ts';
import { answer, api, fetchBlob } from '../../api.ts';
import { ticketImagePath } from '../../paths.ts';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { ticketWords } from '../../words/kiosk.ts';
import { useWords, type Sentence } from '../../words.ts';
import type { Stored } from './TicketScreen.tsx';

/** So long the printer has; then the slip is on the screen, and may come out all the same. */
const patienceMs = 3_000;
const askEveryMs = 600;

const sentences = {
  screen: ticketWords.slipScreen,
  printing: ticketWords.slipPrinting,
  printed: ticketWords.slipPrinted,
  unsure: ticketWords.slipUnsure,
  failed: ticketWords.slipFailed,
} satisfies Record<TicketPrint, Sentence>;

/** The code to show, and the whole slip where paper cannot be counted on: the visitor may photograph it. */
export function TicketSlip({ stored: { submissionId, ticket } }: { stored: Stored }) {
  const { say } = useWords();
  const printing = ticket.slip === 'printing';
  const print = useTicketPrint(submissionId, printing);
  const onScreen = print !== 'printing' && print !== 'printed';
  const picture = useSlipPicture(submissionId, onScreen);
  return (
    <div className="k-ticket-code">
      {picture && (
        <img
          className="k-slip-picture"
          src={picture}
          alt={say(ticketWords.slipPicture, { number: ticket.number, code: ticket.code })}
        />
      )}
      <div className="k-ticket-sign">
        <QrPicture text={ticket.code} label={say(ticketWords.code, { code: ticket.code })} />
        <p className="k-code">{ticket.code}</p>
        <p className="k-slip" role="status">
          {onScreen ? <ScanQrCode aria-hidden /> : <Printer aria-hidden />}
          {say(sentences[print])}
        </p>
      </div>
    </div>
  );
}

/** Asks until the printer has answered. A printer that is silent for too long has failed, until it says otherwise. */
function useTicketPrint(submissionId: string, printing: boolean): TicketPrint {
  const [print, setPrint] = useState<TicketPrint>(printing ? 'printing' : 'screen');
  const ended = print === 'printed' || !printing;
  useEffect(() => {
    if (ended) return;
    const began = performance.now();
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const asked = answer(api.visits.tickets[':submissionId'].$get({ param: { submissionId } }));
      const now = await asked.then(
        answered => answered.print,
        () => null,
      );
      if (gone) return;
      const late = performance.now() - began >= patienceMs;
      if (now && now !== 'printing') setPrint(now);
      else if (late) setPrint('failed');
      timer = setTimeout(() => void ask(), askEveryMs);
    };
    timer = setTimeout(() => void ask(), askEveryMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [submissionId, ended]);
  return print;
}

/** An address for the picture; null until it is there, and where the station has none. */
function useSlipPicture(submissionId: string, wanted: boolean): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let made: string | null = null;
    let gone = false;
    fetchBlob(ticketImagePath(submissionId)).then(
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
  }, [submissionId, wanted]);
  return url;
}
