import type { Danger } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { Shape } from './mark.tsx';
import style from './warnings.module.css';

/** What to beware of, in a word. */
export const DANGERS = {
  armed: 'danger.armed',
  violent: 'danger.violent',
  'escape-risk': 'danger.escape-risk',
  explosives: 'danger.explosives',
  'suicide-risk': 'danger.suicide-risk',
  contagious: 'danger.contagious',
} as const satisfies Record<Danger, string>;

/** Dangers and medical warnings, each a word with a shape; that there is none is said too. */
export function Warnings({ dangers = [], medical = [] }: { dangers?: Danger[]; medical?: string[] }) {
  if (dangers.length + medical.length === 0) {
    return (
      <p className={style.none}>
        <FormattedMessage id="warnings.none" />
      </p>
    );
  }
  return (
    <ul className={style.warnings}>
      {dangers.map((danger) => (
        <li key={danger} data-tone="danger">
          <Shape kind="possible" size={12} />
          <FormattedMessage id={DANGERS[danger]} />
        </li>
      ))}
      {medical.map((warning) => (
        <li key={warning} data-tone="medical">
          <Shape kind="added" size={12} />
          <bdi>{warning}</bdi>
        </li>
      ))}
    </ul>
  );
}
