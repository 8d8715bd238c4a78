import type { AlertAction } from '@entente/contracts/alerts/catalogue';
import { FormattedMessage } from 'react-intl';
import style from './action-mark.module.css';
import { Shape } from './mark.tsx';
import { useTranslated } from './translated.ts';

interface ActionMarkProps {
  action: Pick<AlertAction, 'names' | 'instructions' | 'detains' | 'protective'>;
  /** With what the officer does and whether anybody is held; without, the name alone. */
  full?: boolean;
}

/** What an alert asks for. Its shape says whether it takes somebody's liberty, protects, or holds nobody. */
export function ActionMark({ action, full = false }: ActionMarkProps) {
  const translated = useTranslated();
  const tone = action.detains ? 'detains' : action.protective ? 'protects' : 'holds-nobody';
  return (
    <span className={style.action} data-tone={tone}>
      <span className={style.name}>
        <Shape kind={action.detains ? 'hit' : action.protective ? 'misused' : 'silent'} size={full ? 14 : 11} />
        {translated(action.names)}
      </span>
      {full && (
        <>
          <span className={style.effect}>
            <FormattedMessage id={EFFECTS[tone]} />
          </span>
          <span className={style.instructions}>{translated(action.instructions)}</span>
        </>
      )}
    </span>
  );
}

const EFFECTS = {
  detains: 'action.detains',
  protects: 'action.protects',
  'holds-nobody': 'action.takes-nobody',
} as const;
