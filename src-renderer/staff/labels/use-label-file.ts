import { useEffect, useState } from 'react';
import type { LabelKind } from '../../../src-main/labels/schema.ts';
import { fetchBlob } from '../../api.ts';
import { labelsPath } from '../../paths.ts';
import { useAct } from '../../desk/use-act.ts';

export type LabelQuery = Record<string, string | number>;

/** A PDF file of labels, kept in this window until others are asked for or the screen is left. */
export function useLabelFile(kind: LabelKind, query: LabelQuery) {
  const path = labelsPath(kind, query);
  const [file, setFile] = useState<{ path: string; url: string } | null>(null);
  useEffect(() => () => void (file && URL.revokeObjectURL(file.url)), [file]);
  const make = useAct((asked: string) => fetchBlob(asked), {
    onDone: (blob, asked) => setFile({ path: asked, url: URL.createObjectURL(blob) }),
    onFail: () => true,
  });
  return {
    make: () => make.run(path),
    busy: make.busy,
    failure: make.failure,
    /** Null until it is made, and again once something else was asked for. */
    url: file?.path === path ? file.url : null,
  };
}
