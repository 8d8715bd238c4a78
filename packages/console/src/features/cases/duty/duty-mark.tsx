import type { Duty } from '@entente/contracts/cases';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { dutyQuery } from '../../../api/cases.ts';
import { useStore } from '../../../api/store.ts';
import { Shape } from '../../../ui/mark.tsx';
import style from './duty-mark.module.css';
import { useDutyTone, useTitleWords } from './duty-sound.ts';
import { muted, setMuted } from './tone.ts';

/** In the header of whoever hears the duty desk: urgent hits nobody has taken up, with their sound, and inquiries to decide. */
export function DutyMark() {
  const intl = useIntl();
  const worksOn = useMay('cases.work');
  const still = useStore(muted);
  const { data } = useQuery(dutyQuery);
  const urgent = data ? waitingFor(data, worksOn) : 0;
  const sounds = data !== undefined && (worksOn ? data.sounding : data.escalated) > 0;
  useDutyTone(sounds);
  useTitleWords(urgent > 0 ? intl.formatMessage({ id: 'duty.title' }, { count: urgent }) : null);
  return (
    <span className={style.duty}>
      {worksOn && data !== undefined && data.inquiries > 0 && (
        <Link to="/cases" className={style.inquiries}>
          <FormattedMessage id="duty.inquiries" values={{ count: data.inquiries }} />
        </Link>
      )}
      <span role="status">
        {urgent > 0 && (
          <Link to="/cases" search={{ urgent: true }} className={style.urgent} data-sounds={sounds || undefined}>
            <Shape kind="alarm-sounding" />
            <FormattedMessage id={worksOn ? 'duty.urgent' : 'duty.escalated'} values={{ count: urgent }} />
          </Link>
        )}
      </span>
      {urgent > 0 && (
        <button
          type="button"
          className={style.sound}
          aria-pressed={still}
          aria-label={intl.formatMessage({ id: 'duty.mute' })}
          title={intl.formatMessage({ id: still ? 'duty.unmute' : 'duty.mute' })}
          onClick={() => setMuted(!still)}
        >
          {still ? <IconBellOff size={18} aria-hidden /> : <IconBell size={18} aria-hidden />}
        </button>
      )}
    </span>
  );
}

/** The contact point hears every urgent hit at once; those above it what has come to them. */
function waitingFor({ urgentUnacknowledged, escalated }: Duty, worksOn: boolean): number {
  return worksOn ? urgentUnacknowledged : escalated;
}
