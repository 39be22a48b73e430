import { importFields, type Columns, type ImportField } from '../../../src-main/imports/schema.ts';
import { SelectField } from '../../ui/Field.tsx';
import { importWords as words } from '../../words/staff-imports.ts';
import { publicationWords } from '../../words/staff-publications.ts';
import { useWords } from '../../words.ts';
import type { Preview } from './import-reads.ts';

interface Props {
  columns: Preview['columns'];
  onColumns: (columns: Columns) => void;
}

/** Which field of a publication each column of the file holds. */
export function ColumnFields({ columns, onColumns }: Props) {
  const { say } = useWords();
  const pick = (name: string, field: ImportField | null) => {
    const chosen = columns
      .map(column => ({ ...column, field: column.name === name ? field : column.field }))
      // A field has one column: the newest choice takes it.
      .filter(column => column.field !== null && (column.name === name || column.field !== field));
    onColumns(Object.fromEntries(chosen.map(column => [column.name, column.field!])));
  };
  return (
    <fieldset className="column-fields">
      <legend>
        <strong>{say(words.columns)}</strong> <span className="soft">{say(words.columnsLead)}</span>
      </legend>
      {columns.map(column => (
        <SelectField
          key={column.name}
          label={column.name}
          hint={column.sample ? say(words.sample, { text: column.sample }) : say(words.noSample)}
          value={column.field ?? ''}
          onPick={value => pick(column.name, importFields.find(field => field === value) ?? null)}
        >
          <option value="">{say(words.skipped)}</option>
          {importFields.map(field => (
            <option key={field} value={field}>
              {say(field === 'pubId' ? words.pubId : publicationWords.fields[field])}
            </option>
          ))}
        </SelectField>
      ))}
    </fieldset>
  );
}
