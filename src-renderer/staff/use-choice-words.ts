import { useQuery } from '@tanstack/react-query';
import type { OfficeProfile } from '../../src-main/profile/schema.ts';
import type { ScannedService } from '../../src-main/visits/schema.ts';
import { scannedServiceWords } from '../words/staff-visit.ts';
import { useWords } from '../words.ts';
import { reads } from './reads.ts';

/** The office's own words for the codes of its lists; a code that is in no list any more is shown as it is. */
export function useChoiceWords() {
  const { say } = useWords();
  const office = useQuery(reads.office()).data;
  const choice = (list: keyof OfficeProfile['lists'], code: string | null) => {
    const found = office?.lists[list].find(one => one.code === code);
    return found ? say(found) : (code ?? '');
  };
  const service = (code: string) => {
    const found = office?.services.find(one => one.code === code);
    return say(found ?? scannedServiceWords[code as ScannedService] ?? { id: code, en: code });
  };
  return { choice, service, office };
}
