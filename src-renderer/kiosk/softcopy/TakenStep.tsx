import type { DeliveryWay } from '../../../src-main/softcopies/schema.ts';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { softcopyWords as words } from '../../words/kiosk-softcopy.ts';
import { useWords } from '../../words.ts';
import { QuestionPage } from '../guestbook/QuestionPage.tsx';

export interface Taken {
  way: DeliveryWay;
  url?: string;
  fileName?: string;
}

/** How it came out. */
export function TakenStep({ taken, minutes }: { taken: Taken; minutes: number }) {
  const { say } = useWords();
  switch (taken.way) {
    case 'email':
      return (
        <QuestionPage id="taken" title={say(words.sentTitle)} hint={say(words.sentText)}>
          {null}
        </QuestionPage>
      );
    case 'usb':
      return (
        <QuestionPage
          id="taken"
          title={say(words.copiedTitle)}
          hint={say(words.copiedText, { name: taken.fileName ?? '' })}
        >
          {null}
        </QuestionPage>
      );
    case 'download':
      return (
        <QuestionPage id="taken" title={say(words.qrTitle)} hint={say(words.qrText, { n: minutes })}>
          <QrPicture className="k-softcopy-qr" text={taken.url ?? ''} label={say(words.qrTitle)} />
        </QuestionPage>
      );
  }
}
