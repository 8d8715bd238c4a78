import { FormattedMessage, useIntl } from 'react-intl';
import style from './banner.module.css';

/** Over every page of a demonstration node. */
export function Banner({ demonstration }: { demonstration: boolean }) {
  const intl = useIntl();
  if (!demonstration) return null;
  return (
    <aside className={style.banner} aria-label={intl.formatMessage({ id: 'shell.demonstration.label' })}>
      <FormattedMessage id="shell.demonstration" />
    </aside>
  );
}
