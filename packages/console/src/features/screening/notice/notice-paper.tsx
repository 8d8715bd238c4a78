import type { Notice } from '@entente/contracts/screening/second-line';
import type { Language } from '@entente/contracts/terms';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../../api/access.ts';
import { organisationQuery } from '../../../api/membership.ts';
import { momentOn } from './notice-language.ts';
import style from './notice-paper.module.css';
import { NOTICE, type NoticeText } from './notice-text.ts';

/** The sheet: A4, black on white in either scheme, in its own language whatever the console speaks. */
export function NoticePaper({ notice, language }: { notice: Notice; language: Language }) {
  const text = NOTICE[language];
  const { node } = useSession();
  const { data: organisation } = useQuery(organisationQuery);
  const state = organisation?.states.find(({ iso2, iso3 }) => node.state === iso2 || node.state === iso3);
  const { authority, address } = notice.complaints;
  // A profile without an address writes a dash.
  const complaints = [authority[language], ...(/[\p{L}\p{N}]/u.test(address) ? [address] : [])].join(', ');
  return (
    <article className={style.paper} lang={language}>
      <header className={style.letterhead}>
        <p className={style.state}>{state ? state.protocolNames[language] : node.stateNames[language]}</p>
        <p className={style.authority}>{notice.authority[language]}</p>
      </header>
      <h1 className={style.title}>{text.title}</h1>
      <p className={style.about}>{text.about}</p>
      <Particulars notice={notice} language={language} text={text} />
      <Section title={text.why.title}>
        {text.why.words.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </Section>
      <Section title={text.howLong.title}>
        <p>
          {notice.limitAt === null
            ? text.howLong.notHeld
            : filled(text.howLong.held, {
                since: momentOn(language, notice.since),
                limit: momentOn(language, notice.limitAt),
              })}
        </p>
      </Section>
      <Section title={text.rights.title}>
        <p>{text.rights.lead}</p>
        <ol className={style.rights}>
          {text.rights.list.map(({ right, words }) => (
            <li key={right}>
              <strong>{right}</strong>
              {language === 'zh' ? words : ` ${words}`}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={text.complaints.title}>
        <p>{filled(text.complaints.words, { authority: complaints })}</p>
      </Section>
      <section className={style.wishes}>
        <h2>{text.wishes.title}</h2>
        <ul>
          {text.wishes.list.map((wish) => (
            <li key={wish}>
              <span className={style.box} aria-hidden />
              <span>{wish}</span>
              {/[:：]$/.test(wish) && <span className={style.line} aria-hidden />}
            </li>
          ))}
        </ul>
      </section>
      <Signatures text={text} />
      <footer className={style.foot}>
        <span>{text.keep}</span>
        {node.demonstration && <span>{text.demonstration}</span>}
      </footer>
    </article>
  );
}

function Particulars({ notice, language, text }: { notice: Notice; language: Language; text: NoticeText }) {
  return (
    <dl className={style.particulars}>
      <div>
        <dt>{text.number}</dt>
        <dd className={style.number}>{notice.number}</dd>
      </div>
      <div>
        <dt>{text.place}</dt>
        <dd>
          <bdi>{notice.place}</bdi>
          {language === 'zh' ? '，' : ', '}
          {text.directions[notice.direction]}
        </dd>
      </div>
      <div>
        <dt>{text.since}</dt>
        <dd>{momentOn(language, notice.since)}</dd>
      </div>
    </dl>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={style.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Signatures({ text }: { text: NoticeText }) {
  const { officer, person, moment, receipt } = text.signatures;
  return (
    <section className={style.signatures}>
      {[officer, person, moment].map((words) => (
        <div key={words} className={style.signature}>
          <span className={style.rule} aria-hidden />
          <span>{words}</span>
        </div>
      ))}
      <p className={style.receipt}>{receipt}</p>
    </section>
  );
}

function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
