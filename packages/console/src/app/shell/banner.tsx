import { FormattedMessage } from 'react-intl';
import style from './banner.module.css';

/** Over every page of a demonstration node. */
export function Banner({ demonstration }: { demonstration: boolean }) {
  if (!demonstration) return null;
  return (
    <p className={style.banner}>
      <FormattedMessage id="shell.demonstration" />
    </p>
  );
}
