import { rolloutWords as words } from '../../words/hq-rollouts.ts';
import { useWords, wordsOf } from '../../words.ts';
import { choicesOf, contentOf, phrasesOf, type Draft } from './draft.ts';

/** What will be published, as it reads in both languages. */
export function ContentPreview({ draft }: { draft: Draft }) {
  const { say, number } = useWords();
  if (draft.kind === 'list') return <ListPreview draft={draft} />;
  if (draft.kind === 'profile') {
    const content = contentOf(draft);
    const minutes = content?.table === 'profile' ? content.data.promiseMinutes : null;
    return (
      <p className="preview-card">
        {minutes === null ? (
          <span className="soft">{say(words.previewEmpty)}</span>
        ) : (
          say(words.promiseOf, { n: number(minutes) })
        )}
      </p>
    );
  }
  if (draft.kind === 'synonym') {
    const phrases = phrasesOf(draft);
    return (
      <p className="preview-card">
        {phrases.length === 0 ? <span className="soft">{say(words.previewEmpty)}</span> : phrases.join(' = ')}
      </p>
    );
  }
  const begun = draft.titleId || draft.titleEn || draft.bodyId || draft.bodyEn;
  if (!begun)
    return (
      <p className="preview-card">
        <span className="soft">{say(words.previewEmpty)}</span>
      </p>
    );
  return (
    <div className="stack" aria-live={contentOf(draft) ? 'polite' : 'off'}>
      {(['id', 'en'] as const).map(language => (
        <article key={language} lang={language} className="preview-card">
          <p className="finding-title">{language === 'id' ? draft.titleId : draft.titleEn}</p>
          <p className="preview-body">{language === 'id' ? draft.bodyId : draft.bodyEn}</p>
          {draft.until && (
            <p className="soft">
              {wordsOf(language).say(words.previewUntil, { day: wordsOf(language).day(draft.until) })}
            </p>
          )}
        </article>
      ))}
    </div>
  );
}

function ListPreview({ draft }: { draft: Draft }) {
  return (
    <ul className="preview-card preview-list">
      {choicesOf(draft).read.map(({ code, id, en }) => (
        <li key={code}>
          {id} <span className="soft">· {en}</span>
        </li>
      ))}
    </ul>
  );
}
