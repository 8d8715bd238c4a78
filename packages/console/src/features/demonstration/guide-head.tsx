import { IconLayoutSidebarRightCollapse } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import style from './guide-place.module.css';

interface GuideHeadProps {
  /** The heading is said already: by the sheet the guide lies in. */
  named?: boolean;
  onFold: () => void;
}

/** What this is, that nobody in it exists, and how to have it out of the way. */
export function GuideHead({ named = false, onFold }: GuideHeadProps) {
  const intl = useIntl();
  const Title = named ? 'p' : 'h2';
  const fold = intl.formatMessage({ id: 'guide.fold' });
  return (
    <div className={style.head}>
      <div>
        <Title className={style.title}>
          <FormattedMessage id="guide.title" />
        </Title>
        <p className={style.invented}>
          <FormattedMessage id="guide.invented" />
        </p>
      </div>
      <button type="button" className={style.fold} aria-label={fold} title={fold} aria-expanded="true" onClick={onFold}>
        <IconLayoutSidebarRightCollapse size={18} aria-hidden />
      </button>
    </div>
  );
}
