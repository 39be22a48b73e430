import { Mail, QrCode, Usb } from 'lucide-react';
import { megabytes } from '../../../src-main/softcopies/rules.ts';
import type { NewDelivery } from '../../../src-main/softcopies/schema.ts';
import { answer, api } from '../../api.ts';
import { TouchButton } from '../../ui/TouchButton.tsx';
import { softcopyWords as words } from '../../words/kiosk-softcopy.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';
import { useAskedAgain } from './use-asked-again.ts';

interface Props {
  id: string;
  onEmail: () => void;
  onTake: (order: NewDelivery) => void;
}

/** The ways that this office has; a stick appears when it is plugged in. */
export function TakeStep({ id, onEmail, onTake }: Props) {
  const { say, number } = useWords();
  const ways = useAskedAgain(() => answer(api['self-scans'][':id'].ways.$get({ param: { id } })));
  return (
    <QuestionPage
      id="take"
      title={say(words.takeTitle)}
      hint={ways ? say(words.takeText, { mb: number(megabytes(ways.bytes ?? 0)) }) : undefined}
      aside={<p className="k-hint">{say(words.notHere)}</p>}
    >
      <div className="k-takes">
        {ways?.email && (
          <TouchButton icon={Mail} onClick={onEmail}>
            {say(words.email)}
          </TouchButton>
        )}
        {ways?.download && (
          <TouchButton icon={QrCode} onClick={() => onTake({ way: 'download' })}>
            {say(words.download)}
          </TouchButton>
        )}
        {ways?.volumes.map(volume => (
          <TouchButton key={volume.id} icon={Usb} onClick={() => onTake({ way: 'usb', volumeId: volume.id })}>
            {say(words.usb, { name: volume.name })}
          </TouchButton>
        ))}
        {ways?.volumes.length === 0 && <p className="k-hint">{say(words.usbNone)}</p>}
      </div>
    </QuestionPage>
  );
}
