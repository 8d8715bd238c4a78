import { splitByTerms } from '../words/suspect-terms.ts';
import style from './suspect.module.css';

/** A text with its suspect terms marked; paragraphs are kept. */
export function Suspect({ text, terms }: { text: string; terms: readonly string[] }) {
  return (
    <span className={style.text} dir="auto">
      {splitByTerms(text, terms).map(({ text: piece, suspect }, place) =>
        suspect ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are never reordered
          <mark key={place} className={style.suspect}>
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </span>
  );
}
