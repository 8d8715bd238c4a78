import type { TokenEvidence } from '@entente/contracts/screening';
import { FormattedMessage } from 'react-intl';
import { scriptTag } from '../../ui/script.ts';
import { type Source, TOKENS } from './evidence-words.ts';
import style from './tokens.module.css';

/** A name token by token: above what was read, below what the list or alert has, between them how they meet. */
export function Tokens({ tokens, source }: { tokens: TokenEvidence[]; source: Source }) {
  return (
    <ul className={style.tokens}>
      {tokens.map((token, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tokens are never reordered
        <li key={place} className={style.token} data-how={token.how}>
          <Side text={token.query} />
          <span className={style.how}>
            <FormattedMessage id={TOKENS[token.how]} values={{ source }} />
            {token.disguised && (
              <>
                {' · '}
                <FormattedMessage id="token.disguised" />
              </>
            )}
          </span>
          <Side text={token.listed} />
        </li>
      ))}
    </ul>
  );
}

function Side({ text }: { text: string | undefined }) {
  if (!text) return <span className={style.none}>—</span>;
  return (
    <bdi lang={scriptTag(text)} className={style.side}>
      {text}
    </bdi>
  );
}
