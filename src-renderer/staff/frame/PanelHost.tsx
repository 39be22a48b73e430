import { GiveBackPanel } from '../custody/GiveBackPanel.tsx';
import { LostSlipPanel } from '../custody/LostSlipPanel.tsx';
import { TakeInPanel } from '../custody/TakeInPanel.tsx';
import { RequestPanel } from '../headquarters/RequestPanel.tsx';
import { PlacePanel } from '../lockers/PlacePanel.tsx';
import { panel } from '../panel.ts';
import { PhotocopyFormPanel } from '../photocopies/PhotocopyFormPanel.tsx';
import { PhotocopyPanel } from '../photocopies/PhotocopyPanel.tsx';
import { PublicationFormPanel } from '../publications/PublicationFormPanel.tsx';
import { PublicationPanel } from '../publications/PublicationPanel.tsx';
import { CopyPanel } from '../reading/CopyPanel.tsx';
import { SoftcopyFormPanel } from '../softcopies/SoftcopyFormPanel.tsx';
import { SoftcopyPanel } from '../softcopies/SoftcopyPanel.tsx';
import { EntryPanel } from '../visits/EntryPanel.tsx';
import { VisitPanel } from '../visits/VisitPanel.tsx';

/** Draws the panel that stands open; each subject begins on a fresh one. */
export function PanelHost() {
  const open = panel.use();
  if (!open) return null;
  switch (open.kind) {
    case 'visit':
      return <VisitPanel key={open.visitId} visitId={open.visitId} />;
    case 'take-in':
      return <TakeInPanel key={open.visitId} visitId={open.visitId} code={open.code} />;
    case 'give-back':
      return <GiveBackPanel key={open.visitId} visitId={open.visitId} code={open.code} />;
    case 'lost-slip':
      return <LostSlipPanel key={open.visitId} visitId={open.visitId} />;
    case 'place':
      return <PlacePanel key={open.id} place={open.place} id={open.id} />;
    case 'entry':
      return <EntryPanel visitorId={open.visitorId} />;
    case 'copy':
      return <CopyPanel key={open.code} code={open.code} />;
    case 'photocopy':
      return <PhotocopyPanel key={open.photocopyId} photocopyId={open.photocopyId} code={open.code} />;
    case 'photocopy-form':
      return <PhotocopyFormPanel key={open.visitId} visitId={open.visitId} />;
    case 'softcopy':
      return <SoftcopyPanel key={open.id} id={open.id} />;
    case 'softcopy-form':
      return <SoftcopyFormPanel key={open.visitId} visitId={open.visitId} />;
    case 'request':
      return <RequestPanel key={open.id} id={open.id} />;
    case 'publication':
      return <PublicationPanel key={open.id} id={open.id} />;
    case 'publication-form':
      return <PublicationFormPanel key={open.id} id={open.id} />;
  }
}
