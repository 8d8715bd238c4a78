import type { MembershipLink } from '@entente/contracts/alerts/content';
import { FormattedMessage, useIntl } from 'react-intl';
import style from './sheet.module.css';

/** Links to organisations with who says so and how good it is; that a link is no alert is said beside them. */
export function Memberships({ memberships }: { memberships: MembershipLink[] }) {
  const intl = useIntl();
  return (
    <section>
      <h3>
        <FormattedMessage id="alert.field.memberships" />
      </h3>
      <p className={style.under}>
        <FormattedMessage id="alert.view.link-is-no-alert" />
      </p>
      <ul className={style.links}>
        {memberships.map(({ organisation, source, reliability, credibility }) => (
          <li key={organisation + source}>
            <bdi className={style.organisation}>{organisation}</bdi>
            <bdi>{source}</bdi>
            <span
              className={style.grade}
              title={`${intl.formatMessage({ id: `alert.choice.reliability.${reliability}` })}; ${intl.formatMessage({ id: `alert.choice.credibility.${credibility}` })}`}
            >
              {reliability}
              {credibility}
            </span>
            <span className={style.under}>
              <FormattedMessage id={`alert.choice.reliability.${reliability}`} />
              {' · '}
              <FormattedMessage id={`alert.choice.credibility.${credibility}`} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
