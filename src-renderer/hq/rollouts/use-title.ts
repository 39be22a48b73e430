import type { ListName } from '../../../src-central/wire/feed-schema.ts';
import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { settingsWords } from '../../words/staff-settings.ts';
import { useWords } from '../../words.ts';

/** The name of what was published, in the words of the reader. */
export function useTitle(): (table: string, title: string) => string {
  const { say, number } = useWords();
  return (table, title) => {
    if (table === 'list') return say(settingsWords.listNames[title as ListName]);
    return table === 'profile' ? say(words.promiseOf, { n: number(Number(title)) }) : title;
  };
}
